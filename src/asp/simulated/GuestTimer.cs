// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Asp.Simulated;

/// <summary>A virtual CPU's own timer, kept in its saved system registers.</summary>
public static class GuestTimer
{
    private const int DeadlineWord = 0;
    private const int DeliveredWord = 1;

    /// <summary>Turns the timer off.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    public static void Reset(ref VirtualCpu vcpu) => Set(ref vcpu, ulong.MaxValue);

    /// <summary>The guest sets its timer.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="ticks">When it expires; all ones: never.</param>
    public static void Set(ref VirtualCpu vcpu, ulong ticks)
    {
        vcpu.System[DeadlineWord] = ticks;
        vcpu.System[DeliveredWord] = 0;
    }

    /// <summary>When the timer expires; all ones: never, or the guest has its interrupt
    /// already.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <returns>System-counter ticks.</returns>
    public static ulong DeadlineOf(in VirtualCpu vcpu) =>
        vcpu.System[DeliveredWord] != 0 ? ulong.MaxValue : vcpu.System[DeadlineWord];

    /// <summary>Whether it asks for its interrupt.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="now">System counter.</param>
    /// <returns>Whether it does.</returns>
    public static bool Fires(in VirtualCpu vcpu, ulong now) => DeadlineOf(in vcpu) <= now;

    /// <summary>Notes whether the guest is handling the timer's interrupt.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="isDelivered">Whether it is.</param>
    public static void SetDelivered(ref VirtualCpu vcpu, bool isDelivered) =>
        vcpu.System[DeliveredWord] = isDelivered ? 1ul : 0;
}
