// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.BenchGuest;

/// <summary>The functions of machine.S.</summary>
internal static class Machine
{
    /// <summary>Reads a device register.</summary>
    [RuntimeImport("guest_read")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern uint Read(ulong address);

    /// <summary>Writes a device register.</summary>
    [RuntimeImport("guest_write")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Write(ulong address, uint value);

    /// <summary>Opens the processor's interface to the interrupt controller.</summary>
    [RuntimeImport("guest_open_interrupts")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void OpenInterrupts();

    /// <summary>Starts the second virtual CPU; 0 when PSCI does it.</summary>
    [RuntimeImport("guest_start_secondary")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern long StartSecondary();
}
