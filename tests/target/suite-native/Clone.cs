// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>A second domain with this program in it: its text and constants shared with the image,
/// its data copied as it stands. Capabilities lie at the root's own selectors.</summary>
internal static class Clone
{
    /// <summary>The domain, in the root's capability space.</summary>
    internal const uint Domain = 199;

    private const ulong WorkAddress = 0x20_0000_0000;
    private const ulong DataOffset = 0x60_0000;

    /// <summary>Creates the domain and fills it.</summary>
    /// <param name="image">Address of the system image.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Create(ulong image)
    {
        ResultCode code = SystemKernel.CreateDomain(
            Domain, Selectors.OwnDomain, new DomainQuota(32, 800));
        if (code.IsSuccess) code = GiveBasics();
        if (code.IsSuccess) code = MapImage(image);
        SystemImageHeader header = Places.Header(image);
        ulong offset = DataOffset;
        for (uint index = 0; index < header.ManagerSegmentCount && code.IsSuccess; index++)
        {
            SegmentRecord segment = Places.Segment(image, index);
            code = (segment.Access & MemoryAccess.Write) == 0
                ? SystemKernel.Map(
                    Domain, Places.Image, segment.ImageOffset, segment.Address,
                    segment.MemoryBytes, segment.Access)
                : Copy(in segment, ref offset);
        }
        return code;
    }

    /// <summary>Gives the domain a capability at the same selector.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="rights">Rights to give.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Give(uint selector, Rights rights) =>
        SystemKernel.Delegate(selector, Domain, selector, rights);

    private static ResultCode GiveBasics()
    {
        ResultCode code = SystemKernel.Delegate(
            Domain, Domain, Selectors.OwnDomain, Rights.DomainAll);
        if (code.IsSuccess) code = Give(Selectors.System, Rights.SystemAll);
        if (code.IsSuccess) code = Give(Selectors.BootInterrupts, Rights.InterruptBind);
        if (code.IsSuccess) code = Give(Places.Memory, Rights.SegmentAll);
        return code.IsSuccess
            ? Give(Places.Image, Rights.SegmentRead | Rights.SegmentExecute) : code;
    }

    private static ResultCode MapImage(ulong image)
    {
        ulong bytes = Places.Header(image).TotalBytes + Limits.PageBytes - 1;
        return SystemKernel.Map(
            Domain, Places.Image, 0, image, bytes & ~(Limits.PageBytes - 1), MemoryAccess.Read);
    }

    private static ResultCode Copy(in SegmentRecord segment, ref ulong offset)
    {
        const MemoryAccess access = MemoryAccess.Read | MemoryAccess.Write;
        ulong bytes = segment.MemoryBytes;
        ResultCode code = SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, offset, WorkAddress, bytes, access);
        if (!code.IsSuccess) return code;
        var source = MemoryWindow.OfMapping(segment.Address, bytes, access);
        var target = MemoryWindow.OfMapping(WorkAddress, bytes, access);
        target.CopyFrom(0, source.Read(0, (int)bytes));
        SystemKernel.Unmap(Selectors.OwnDomain, WorkAddress, bytes);
        code = SystemKernel.Map(Domain, Places.Memory, offset, segment.Address, bytes, access);
        offset += bytes;
        return code;
    }
}
