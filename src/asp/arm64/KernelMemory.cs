// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Bulkhead.Asp.Arm64;

/// <summary>Where the linker has put the kernel state and the system image. EL2's map is the
/// identity, so these are host-physical addresses too.</summary>
internal static class KernelMemory
{
    /// <summary>First byte of the kernel state.</summary>
    internal static ulong StateAddress => ReadStateAddress();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_state_address")]
    private static extern ulong ReadStateAddress();
}
