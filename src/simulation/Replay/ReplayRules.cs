// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// Which events a trace may have: those whose outcome depends on nothing but the kernel's state.
/// Left out is what would take the follower's code or region away, enter a thread elsewhere, end
/// the machine, or depend on how long something took: deadlines are past, of a later epoch
/// or nearly never, budgets and windows last for months (<see cref="ReplayTime"/>).
/// </summary>
public static class ReplayRules
{
    /// <summary>First address that guests access: nothing is ever mapped there.</summary>
    public const ulong DevicesStart = 0x3000_0000;

    /// <summary>First address behind those.</summary>
    public const ulong DevicesEnd = 0x3010_0000;

    // A window that is as short is refused (AddWindow).
    private const ulong RefusedWindowTicks = SimulatedClock.FrequencyHz >> 16;

    private const string NoInstruction = "the follower has no instruction for it";
    private const string TakesFollower = "it would take the follower's code or memory away";
    private const string EntersElsewhere = "it would enter a thread outside the follower";
    private const string TellsTime = "its result is a time";
    private const string NeedsTime = "it depends on how long something takes";
    private const string EndsMachine = "it would end the machine";
    private const string NothingDue = "no timer of the kernel is due";

    /// <summary>Why an event may not be part of a trace.</summary>
    /// <param name="world">The world.</param>
    /// <param name="value">The event.</param>
    /// <returns>The reason; null: it may.</returns>
    public static string? Refuse(ReplayWorld world, in SimulationEvent value) => value.Kind switch
    {
        EventKind.Hypercall => value.Detail >= ReplayLayout.HypercallsMax ? NoInstruction
            : RefuseCall(world, in value),
        EventKind.Fault => (FaultKind)value.Words[0] is FaultKind.DataAccess
            or FaultKind.Breakpoint or FaultKind.UndefinedInstruction ? null : NoInstruction,
        EventKind.WriteMessage or EventKind.GuestHalt => null,
        EventKind.GuestHypercall =>
            value.Words[0] == FollowerPlace.GuestImmediate ? null : NoInstruction,
        EventKind.GuestAccess => IsDevice(in value) ? null : NoInstruction,
        EventKind.Elapse => IsDue(world, value.Words[0]) ? null : NothingDue,
        _ => NoInstruction,
    };

    private static bool IsDevice(in SimulationEvent value)
    {
        MmioAccess access = new(value.Words[1]);
        return value.Words[0] is >= DevicesStart and < DevicesEnd
            && value.Words[0] % access.Bytes == 0
            && access.Value == GuestFollower.AccessOf(access.SizeLog2, access.IsWrite).Value;
    }

    // Time passes up to the kernel's timer, neither less nor more.
    private static bool IsDue(ReplayWorld world, ulong ticks)
    {
        ulong now = world.Machine.Clock.Ticks;
        return now + ticks < ReplayTime.FarTicks && ReplayTime.IsExact(now + ticks, now)
            && world.Machine.Clock.DeadlineTicks == now + ticks;
    }

    private static string? RefuseCall(ReplayWorld world, in SimulationEvent value) =>
        (Hypercall)value.Detail switch
        {
            Hypercall.SemaphoreDown or Hypercall.CallUntil =>
                ReplayTime.IsExact(
                    value.Words[value.DeadlineWord], world.Machine.Clock.Ticks) ? null : NeedsTime,
            Hypercall.SystemInfo => (SystemInfoItem)value.Words[0] is SystemInfoItem.CounterNow
                or SystemInfoItem.BootTicks or SystemInfoItem.FirstGuestEntryTicks
                or SystemInfoItem.ScheduleTicks or SystemInfoItem.FrameTicks ? TellsTime : null,
            Hypercall.AddWindow => IsLong(value.Words[4]) || value.Words[4] <= RefusedWindowTicks
                ? null : NeedsTime,
            Hypercall.ConsumedTime => HoldsTime(world, value.Words[0]) ? TellsTime : null,
            Hypercall.Reply => StaysInside(world, in value) ? null : EntersElsewhere,
            Hypercall.CreateThread => value.Words[4] is 0
                || value.Words[4] == world.Follower.Follow ? null : EntersElsewhere,
            Hypercall.CreatePortal =>
                value.Words[2] == world.Follower.Follow ? null : EntersElsewhere,
            Hypercall.CreateSchedulingContext =>
                IsLong(value.Words[3]) && IsLong(value.Words[4]) ? null : NeedsTime,
            Hypercall.Revoke or Hypercall.Discard =>
                KeepsFollower(world, value.Words[0]) ? null : TakesFollower,
            Hypercall.Unmap => value.Words[1] == ReplayLayout.Region
                || value.Words[1] == world.Tables.Code.Address ? TakesFollower : null,
            Hypercall.Shutdown => value.Words[1] > 1 ? null : EndsMachine,
            Hypercall.Map => value.Words[3] is 0 or >= DevicesEnd
                || value.Words[4] <= DevicesStart - value.Words[3] ? null : NoInstruction,
            _ => null,
        };

    // A redirected thread goes on in the follower; there that word names no register groups.
    private static bool StaysInside(ReplayWorld world, in SimulationEvent value)
    {
        ExitAction action = (ExitAction)value.Words[2];
        return (action & ExitAction.Redirect) == 0
            || (value.Words[7] == world.Follower.Follow
                && (action & ExitAction.SetRegisters) == 0);
    }

    private static bool HoldsTime(ReplayWorld world, ulong selector)
    {
        ref ExecutionContext thread = ref world.Current.In(ref world.State);
        Link<Capability> slot = thread.Slots.At(selector);
        return !slot.IsNone
            && slot.In(ref world.State).Kind == ObjectKind.SchedulingContext;
    }

    private static bool IsLong(ulong ticks) => ticks is 0 or >= ReplayTime.BudgetTicksMin;

    private static bool KeepsFollower(ReplayWorld world, ulong selector)
    {
        ref ExecutionContext thread = ref world.Current.In(ref world.State);
        return thread.Domain != world.State.System.RootDomain
            || (selector != Selectors.BootSegments && selector != world.Tables.RegionSelector);
    }
}
