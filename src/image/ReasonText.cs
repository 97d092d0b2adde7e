// SPDX-License-Identifier: MIT
namespace Bulkhead.Image;

/// <summary>Words for the reasons that a boot is refused for.</summary>
internal static class ReasonText
{
    // In the order of the reasons from ImageMagic to CpuMissing, then the others.
    private static ReadOnlySpan<byte> Texts =>
        "no system image behind the kernel\n"u8
        + "unknown image version\n"u8
        + "built for another architecture\n"u8
        + "built for another board\n"u8
        + "image is truncated\n"u8
        + "tables are damaged\n"u8
        + "the partition manager is damaged\n"u8
        + "a table leaves the image\n"u8
        + "a record is impossible\n"u8
        + "memory ranges overlap\n"u8
        + "memory outside the board\n"u8
        + "see the reference for the reason number\n"u8
        + "more objects than the kernel holds\n"u8
        + "a CPU does not exist or does not start\n"u8
        + "an interrupt is owned twice\n"u8
        + "an interrupt id is impossible\n"u8;

    internal static ReadOnlySpan<byte> Of(Reason reason)
    {
        int line = reason switch
        {
            >= Reason.ImageMagic and <= Reason.CpuMissing => reason - Reason.ImageMagic,
            Reason.InterruptBound => 14,
            Reason.BadInterrupt => 15,
            _ => Reason.ImagePayloadTooLarge - Reason.ImageMagic,
        };
        ReadOnlySpan<byte> texts = Texts;
        int start = 0;
        for (int at = 0; at < texts.Length; at++)
        {
            if (texts[at] != '\n') continue;
            if (line-- == 0) return texts.Slice(start, at - start);
            start = at + 1;
        }
        return default;
    }
}
