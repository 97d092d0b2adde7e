// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// Which events a trace may have: those whose outcome depends on nothing but the kernel's state.
/// Left out is what would take the follower's code or region away, enter a thread elsewhere, end
/// the machine, or depend on time: deadlines are past or nearly never, budgets last for hours.
/// </summary>
public static class ReplayRules
{
    /// <summary>A deadline that does not come.</summary>
    public const ulong NeverTicks = 1ul << 62;

    /// <summary>The shortest budget: five hours of the target's counter.</summary>
    public const ulong BudgetTicksMin = 1ul << 40;

    /// <summary>First address that guests access: nothing is ever mapped there.</summary>
    public const ulong DevicesStart = 0x3000_0000;

    /// <summary>First address behind those.</summary>
    public const ulong DevicesEnd = 0x3010_0000;

    // The simulated counter stands at 1,000 when a trace begins; the target's is far beyond.
    private const ulong PastTicksMax = 1000;
    private const ulong FarTicksMin = 1ul << 60;

    /// <summary>Whether an event may be part of a trace.</summary>
    /// <param name="world">The world, in which a thread runs.</param>
    /// <param name="value">The event.</param>
    /// <returns>Whether it may.</returns>
    public static bool Allows(ReplayWorld world, in SimulationEvent value) => value.Kind switch
    {
        EventKind.Hypercall => value.Detail < ReplayLayout.HypercallsMax
            && AllowsCall(world, in value),
        EventKind.Fault => (FaultKind)value.Words[0] is FaultKind.DataAccess
            or FaultKind.Breakpoint or FaultKind.UndefinedInstruction,
        EventKind.WriteMessage => true,
        EventKind.GuestHypercall => value.Words[0] == FollowerPlace.GuestImmediate,
        EventKind.GuestAccess => value.Words[0] is >= DevicesStart and < DevicesEnd
            && value.Words[0] % sizeof(ulong) == 0,
        EventKind.GuestHalt => true,
        _ => false,
    };

    private static bool AllowsCall(ReplayWorld world, in SimulationEvent value) =>
        (Hypercall)value.Detail switch
        {
            Hypercall.SemaphoreDown => value.Words[1] is <= PastTicksMax or >= FarTicksMin,
            Hypercall.SystemInfo => (SystemInfoItem)value.Words[0] is not (
                SystemInfoItem.CounterNow or SystemInfoItem.BootTicks
                or SystemInfoItem.FirstGuestEntryTicks or SystemInfoItem.ScheduleTicks
                or SystemInfoItem.FrameTicks),
            // What depends on when a window ends, or how long something took, is not equal.
            Hypercall.SwitchSchedule => value.Words[1] >= Limits.SchedulesMax,
            Hypercall.ConsumedTime => !HoldsTime(world, value.Words[0]),
            Hypercall.CreateThread => value.Words[4] is 0
                || value.Words[4] == world.Follower.Follow,
            Hypercall.CreatePortal => value.Words[2] == world.Follower.Follow,
            Hypercall.CreateSchedulingContext =>
                IsLong(value.Words[3]) && IsLong(value.Words[4]),
            Hypercall.Revoke or Hypercall.Discard => KeepsFollower(world, value.Words[0]),
            Hypercall.Unmap => value.Words[1] != ReplayLayout.Region
                && value.Words[1] != world.Tables.Code.Address,
            Hypercall.Shutdown => value.Words[1] > 1,
            Hypercall.Map => value.Words[3] is 0 or >= DevicesEnd
                || value.Words[4] <= DevicesStart - value.Words[3],
            _ => true,
        };

    private static bool HoldsTime(ReplayWorld world, ulong selector)
    {
        ref ExecutionContext thread = ref world.Current.In(ref world.State);
        Link<Capability> slot = thread.Slots.At(selector);
        return !slot.IsNone
            && slot.In(ref world.State).Kind == ObjectKind.SchedulingContext;
    }

    private static bool IsLong(ulong ticks) => ticks is 0 or >= BudgetTicksMin;

    private static bool KeepsFollower(ReplayWorld world, ulong selector)
    {
        ref ExecutionContext thread = ref world.Current.In(ref world.State);
        return thread.Domain != world.State.System.RootDomain
            || (selector != Selectors.BootSegments && selector != world.Tables.RegionSelector);
    }
}
