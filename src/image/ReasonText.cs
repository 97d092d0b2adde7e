// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Image;

/// <summary>Words for the reasons that a boot is refused for.</summary>
internal static class ReasonText
{
    internal static ReadOnlySpan<byte> Of(Reason reason)
    {
        switch (reason)
        {
            case Reason.ImageMagic: return "no system image behind the kernel"u8;
            case Reason.ImageVersion: return "unknown image version"u8;
            case Reason.ImageArchitecture: return "built for another architecture"u8;
            case Reason.ImageBoard: return "built for another board"u8;
            case Reason.ImageTruncated: return "image is truncated"u8;
            case Reason.ImageTableHash: return "tables are damaged"u8;
            case Reason.ImagePayloadHash: return "the partition manager is damaged"u8;
            case Reason.ImageTable: return "a table leaves the image"u8;
            case Reason.ImageRecord: return "a record is impossible"u8;
            case Reason.ImageOverlap: return "memory ranges overlap"u8;
            case Reason.ImageOutsideMemory: return "memory outside the board"u8;
            case Reason.ImageCapacity: return "more objects than the kernel holds"u8;
            case Reason.InterruptBound: return "an interrupt is owned twice"u8;
            case Reason.BadInterrupt: return "an interrupt id is impossible"u8;
            case Reason.CpuMissing: return "a CPU does not exist or does not start"u8;
            default: return "see the reference for the reason number"u8;
        }
    }
}
