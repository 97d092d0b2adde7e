// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.Abi;

/// <summary>What a virtual-machine monitor must know of its guest. Payloads are
/// <see cref="WindowKind.GuestPayload"/> windows.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct VirtualMachineInfo
{
    /// <summary>Guest-physical base of the guest's memory.</summary>
    public ulong MemoryBase;

    /// <summary>Bytes of the guest's memory; 0: there is no virtual machine.</summary>
    public ulong MemoryBytes;

    /// <summary>Guest-physical address of the first instruction.</summary>
    public ulong Entry;

    /// <summary>Value of x0 at entry: the guest-physical address of the device tree, 0 if
    /// none.</summary>
    public ulong DeviceTree;

    /// <summary>Virtual CPUs.</summary>
    public uint VcpuCount;

    /// <summary>Zero.</summary>
    public uint Reserved;

    /// <summary>CPU that each virtual CPU runs on, by its number; zero behind the last.</summary>
    public VcpuCpuTable VcpuCpus;

    /// <summary>CPUs by virtual CPU.</summary>
    [InlineArray(Limits.VcpusPerMachineMax)]
    public struct VcpuCpuTable
    {
        private byte _element;
    }
}
