// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.BenchGuest;

/// <summary>The functions of measure.S; each gives ticks.</summary>
internal static class Operations
{
    /// <summary>Nothing: what reading the counter costs.</summary>
    [RuntimeImport("guest_nothing")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Nothing();

    /// <summary>PSCI_VERSION.</summary>
    [RuntimeImport("guest_hypercall")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Hypercall();

    /// <summary>A read of ID_AA64PFR0_EL1.</summary>
    [RuntimeImport("guest_identification")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Identification();

    /// <summary>A read of a device register.</summary>
    [RuntimeImport("guest_device_read")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong DeviceRead(ulong address);

    /// <summary>A write of a device register.</summary>
    [RuntimeImport("guest_device_write")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong DeviceWrite(ulong address, uint value);

    /// <summary>A loop of 1,000,000 instructions.</summary>
    [RuntimeImport("guest_compute")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Compute();

    /// <summary>An interrupt to oneself, to its handler.</summary>
    [RuntimeImport("guest_interrupt_self")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong InterruptSelf(ulong request);

    /// <summary>The virtual timer's expiry to its handler, out of a loop.</summary>
    [RuntimeImport("guest_timer_spinning")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong TimerSpinning(ulong ticks);

    /// <summary>The virtual timer's expiry to its handler, out of WFI.</summary>
    [RuntimeImport("guest_timer_waiting")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong TimerWaiting(ulong ticks);

    /// <summary>WFI of the other virtual CPU to the first instruction behind the own one.</summary>
    [RuntimeImport("guest_ping")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Ping(ulong request, ulong withVectors);
}
