// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Mapping: refusals, rights, and that the hardware follows at once.</summary>
internal static class MemoryTests
{
    private const ulong Page = Limits.PageBytes, Block = 2ul << 20;
    private const ulong Here = Places.FreeAddress, There = Here + (16 * Page);
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;

    internal static void Run(ulong image)
    {
        Refusals();
        Segments();
        Follows();
        Permissions();
        Blocks();
        ReadOnlyImage(image);
    }

    private static void Refusals()
    {
        Refuse("map-offset-misaligned"u8, Reason.Misaligned, 8, Here, Page);
        Refuse("map-address-misaligned"u8, Reason.Misaligned, 0, Here + 1, Page);
        Refuse("map-size-misaligned"u8, Reason.Misaligned, 0, Here, 100);
        Refuse("map-nothing"u8, Reason.EmptyRange, 0, Here, 0);
        Refuse("map-beyond-the-segment"u8, Reason.OutsideSegment, 0, Here, 1ul << 36);
        Refuse("map-offset-beyond-the-segment"u8, Reason.OutsideSegment, 1ul << 36, Here, Page);
        Refuse(
            "map-size-that-wraps"u8, Reason.OutsideSegment, Page, Here, ulong.MaxValue - Page + 1);
        Refuse("map-outside-the-space"u8, Reason.OutsideAddressSpace, 0, 1ul << 39, Page);
        Refuse("map-across-the-end"u8, Reason.OutsideAddressSpace, 0, (1ul << 39) - Page, 2 * Page);
        Refuse("map-at-the-top"u8, Reason.OutsideAddressSpace, 0,
            ulong.MaxValue - Page + 1, Page);
        for (ulong access = 0; access < 16; access += access == 0 ? 8u : 1)
        {
            Report.Refused("map-with-bad-access"u8, Status.BadParameter, Reason.BadArgument,
                Raw.Call(Hypercall.Map, Selectors.OwnDomain, Places.Memory, 0, Here, Page, access));
        }
        Report.Refused("map-program-twice"u8, Status.Busy, Reason.AlreadyMapped, SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, 0, NativeLayout.Program, Page, ReadWrite));
        Report.Refused("map-image-writable"u8, Status.BadCapability, Reason.AccessDenied,
            SystemKernel.Map(Selectors.OwnDomain, Places.Image, 0, Here, Page, ReadWrite));
        Report.Refused("unmap-nothing"u8, Status.BadParameter, Reason.NotMapped,
            SystemKernel.Unmap(Selectors.OwnDomain, Here, Page));
        Report.Refused("unmap-part-of-a-mapping"u8, Status.BadParameter, Reason.NotMapped,
            SystemKernel.Unmap(Selectors.OwnDomain, Code.Address, 2 * Page));
        Report.Refused("unmap-a-utcb-page"u8, Status.BadParameter, Reason.NotMapped,
            SystemKernel.Unmap(Selectors.OwnDomain, Places.TesterUtcb, Page));
    }

    private static void Segments()
    {
        const uint part = Places.Free;
        Segment("segment-misaligned"u8, Reason.Misaligned, 100, Page);
        Segment("segment-of-nothing"u8, Reason.EmptyRange, 0, 0);
        Segment("segment-too-large"u8, Reason.OutsideSegment, 0, 1ul << 40);
        Report.Refused("segment-with-more-rights"u8, Status.BadParameter, Reason.RightsExceeded,
            SystemKernel.CreateSegment(part, Places.Image, 0, Page, Rights.SegmentWrite));
        Report.Equal("segment"u8, 0, SystemKernel.CreateSegment(
            part, Places.Memory, Places.FreeOffset, Page, Rights.SegmentRead).Value);
        Report.Refused("write-mapping-of-a-read-segment"u8, Status.BadCapability,
            Reason.AccessDenied,
            SystemKernel.Map(Selectors.OwnDomain, part, 0, Here, Page, ReadWrite));
        Report.Refused("mapping-beyond-the-part"u8, Status.BadParameter, Reason.OutsideSegment,
            SystemKernel.Map(Selectors.OwnDomain, part, Page, Here, Page, MemoryAccess.Read));
        Report.Equal("mapping-of-the-part"u8, 0,
            SystemKernel.Map(Selectors.OwnDomain, part, 0, Here, Page, MemoryAccess.Read).Value);
        Report.Equal("readable"u8, 0, FaultsOf(Here, false));
        SystemKernel.Revoke(part, true);
        Report.Equal("revoking-the-segment-unmaps"u8, 1, FaultsOf(Here, false));
    }

    // The translation must be forgotten at once: unmapped memory faults, other memory shows.
    private static void Follows()
    {
        Map(Here, 0);
        Map(There, Page);
        Imports.Store(Here, 0x1111);
        Imports.Store(There, 0x2222);
        Tally wrong = default;
        for (ulong round = 0; round < 50; round++)
        {
            bool isOdd = (round & 1) != 0;
            Unmap(Here);
            wrong.Add(round, FaultsOf(Here, false) == 1, 1);
            Map(Here, isOdd ? 0 : Page);
            ulong value = Imports.Load(Here);
            wrong.Add(round, value == (isOdd ? 0x1111ul : 0x2222), value);
        }
        Report.None("translations-change-at-once"u8, in wrong);
        Unmap(Here);
        Unmap(There);
        Report.Equal("unmapped-writes-fault"u8, 1, FaultsOf(Here, true));
    }

    private static void Permissions()
    {
        SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, Places.FreeOffset, Here, Page, MemoryAccess.Read);
        Report.Equal("read-only-reads"u8, 0, FaultsOf(Here, false));
        Report.Equal("read-only-writes"u8, 1, FaultsOf(Here, true));
        Report.Equal("and-keeps-its-value"u8, 0x1111, Imports.Load(Here));
        Unmap(Here);
        SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, Places.FreeOffset, Here, Page,
            MemoryAccess.Execute);
        Report.Equal("execute-only-reads"u8, 1, FaultsOf(Here, false));
        Unmap(Here);
        SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, Places.FreeOffset, Here, Page, MemoryAccess.Write);
        Report.Equal("write-only-writes"u8, 0, FaultsOf(Here, true));
        Unmap(Here);
    }

    // 2 MiB pages, which need a host address of that alignment, and the pages beside them.
    private static void Blocks()
    {
        ulong pages = Kernel.SystemInfo(SystemInfoItem.FreeTablePages).Value;
        const ulong address = 0x1000_0000, bytes = Block + (3 * Page);
        ulong host = Places.HostAddress + Places.FreeOffset;
        ulong offset = Places.FreeOffset + ((0 - host) & (Block - 1));
        ResultCode code = SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, offset, address, bytes, ReadWrite);
        Report.Equal("map-blocks"u8, 0, code.Value);
        Tally wrong = default;
        for (ulong at = 0; at < bytes; at += Page) Imports.Store(address + at, at ^ 0x77);
        for (ulong at = 0; at < bytes; at += Page)
        {
            ulong value = Imports.Load(address + at);
            wrong.Add(at, value == (at ^ 0x77), value);
        }
        Report.None("blocks-hold-what-is-written"u8, in wrong);
        Report.Equal("below-the-blocks"u8, 1, FaultsOf(address - 8, false));
        Report.Equal("above-the-blocks"u8, 1, FaultsOf(address + bytes, false));
        Report.Equal("across-the-end"u8, 1, FaultsOf(address + bytes - 4, false));
        Report.Refused("unmap-a-page-of-a-block"u8, Status.BadParameter, Reason.NotMapped,
            SystemKernel.Unmap(Selectors.OwnDomain, address, Page));
        Report.Equal("unmap-blocks"u8, 0,
            SystemKernel.Unmap(Selectors.OwnDomain, address, bytes).Value);
        Report.Equal("blocks-are-gone"u8, 1, FaultsOf(address + Block, false));
        Report.Equal("their-tables-are-back"u8, pages,
            Kernel.SystemInfo(SystemInfoItem.FreeTablePages).Value);
    }

    private static void ReadOnlyImage(ulong image)
    {
        Report.Equal("image-is-readable"u8, SystemImageHeader.MagicValue,
            Imports.Load(image));
        Report.Equal("image-is-not-writable"u8, 1, FaultsOf(image, true));
    }

    /// <summary>Faults that an access raises.</summary>
    private static ulong FaultsOf(ulong address, bool isWrite)
    {
        Faults.Answer(ExitAction.Advance);
        ulong before = Faults.Count;
        if (isWrite) Imports.Store(address, 0x3333);
        else Imports.Load(address);
        return Faults.Count - before;
    }

    private static void Map(ulong address, ulong offset) => SystemKernel.Map(
        Selectors.OwnDomain, Places.Memory, Places.FreeOffset + offset, address, Page, ReadWrite);

    private static void Unmap(ulong address) =>
        SystemKernel.Unmap(Selectors.OwnDomain, address, Page);

    private static void Refuse(
        ReadOnlySpan<byte> name, Reason reason, ulong offset, ulong address, ulong bytes) =>
        Report.Refused(name, Status.BadParameter, reason, SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, offset, address, bytes, ReadWrite));

    private static void Segment(
        ReadOnlySpan<byte> name, Reason reason, ulong offset, ulong bytes) =>
        Report.Refused(name, Status.BadParameter, reason, SystemKernel.CreateSegment(
            Places.Free, Places.Memory, offset, bytes, Rights.SegmentRead));
}
