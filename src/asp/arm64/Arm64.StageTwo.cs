// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Asp.Arm64;

/// <content>Second-stage descriptors (Arm ARM D8.3, VMSAv8-64, stage 2, 4 KiB granule).</content>
public readonly partial struct Arm64<TBoard>
{
    private const ulong Valid = 1;
    private const ulong TableOrPage = 2;
    private const ulong AccessFlag = 1 << 10;
    private const ulong InnerShareable = 3 << 8;
    private const ulong NormalWriteBack = 0xf << 2;
    private const ulong DeviceNGnRE = 1 << 2;
    private const ulong Readable = 1 << 6;
    private const ulong Writable = 2 << 6;
    private const ulong NeverExecute = 1ul << 54;
    private const ulong AddressMask = 0xffff_ffff_f000;

    /// <inheritdoc/>
    public static HostPhysicalAddress StateBase => new(KernelMemory.StateAddress);

    /// <inheritdoc/>
    public static ulong EncodeTable(HostPhysicalAddress table) => table.Value | TableOrPage | Valid;

    /// <inheritdoc/>
    public static ulong EncodeLeaf(HostPhysicalAddress target, MemoryAccess access, int level)
    {
        ulong entry = target.Value | AccessFlag | Valid | (level == 3 ? TableOrPage : 0);
        entry |= (access & MemoryAccess.Device) != 0 ? DeviceNGnRE
            : NormalWriteBack | InnerShareable;
        if ((access & MemoryAccess.Read) != 0) entry |= Readable;
        if ((access & MemoryAccess.Write) != 0) entry |= Writable;
        if ((access & (MemoryAccess.Execute
            | MemoryAccess.Device)) != MemoryAccess.Execute) entry |= NeverExecute;
        return entry;
    }

    /// <inheritdoc/>
    public static bool IsValid(ulong entry) => (entry & Valid) != 0;

    /// <inheritdoc/>
    public static bool IsTable(ulong entry) => (entry & TableOrPage) != 0;

    /// <inheritdoc/>
    public static HostPhysicalAddress AddressOf(ulong entry) => new(entry & AddressMask);

    /// <inheritdoc/>
    public static ulong EncodeRoot(HostPhysicalAddress root, ushort vmid) =>
        root.Value | ((ulong)vmid << 48);

    /// <inheritdoc/>
    public static void PublishTables() => Native.PublishTables();

    /// <inheritdoc/>
    public static void InvalidateSpace(ulong translationRoot) =>
        Native.InvalidateSpace(translationRoot);
}
