// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>What the events of a list become in a trace, but for time that passes.</summary>
/// <param name="calls">Translates hypercalls.</param>
internal sealed class ListTranslation(CallTranslation calls)
{
    private const string NobodyRuns = "nothing runs";
    private const string NotWhatRuns = "it does not fit what runs";
    private const string NoDevice = "no device of the target signals at a chosen event";
    private const string NoHardwareFault = "the target's hardware does not fail";
    private const string NoGuestHardware =
        "the target's guest keeps its timer off and its interrupts pending";
    private const string NoExit = "the target's guest has no instruction for it";
    private const string NoFault = "the target's threads have no instruction for it";
    private const string OthersPage = "only what runs can use its page";
    private const string CannotRead = "what runs may not read its page, or a device would notice";
    private const ulong WordMask = sizeof(ulong) - 1;

    /// <summary>Translates an event.</summary>
    /// <param name="world">The trace's world.</param>
    /// <param name="index">The event's index in the list.</param>
    /// <param name="value">The event.</param>
    /// <param name="translated">The event of the trace, if it may be followed.</param>
    /// <returns>What becomes of it without being tried; <see cref="Fate.Followed"/>: it may be
    /// followed.</returns>
    internal Fate Translate(
        ReplayWorld world, int index, in SimulationEvent value, out SimulationEvent translated)
    {
        translated = value;
        Fate early = OfKind(value.Kind);
        if (early.Kind == FateKind.LeftOut && !IsGuestEvent(value.Kind)) return early;
        if (world.Current.IsNone) return Fate.Nothing(NobodyRuns);
        bool isGuest = world.Current.In(ref world.State).IsVcpu;
        bool fits = value.Kind is EventKind.Touch or EventKind.WriteMessage
            or EventKind.ChangeMessage || isGuest == IsGuestEvent(value.Kind);
        if (!fits) return Fate.Nothing(NotWhatRuns);
        if (early.Kind == FateKind.LeftOut) return early;
        return value.Kind switch
        {
            EventKind.Hypercall or EventKind.TimedHypercall =>
                Become(calls.Translate(index, in value), ref translated),
            EventKind.Fault => TranslateFault(in value, ref translated),
            EventKind.GuestAccess => TranslateAccess(in value, ref translated),
            EventKind.GuestHypercall => TranslateGuestCall(in value, ref translated),
            EventKind.Touch => TranslateTouch(world, in value, ref translated),
            EventKind.ChangeMessage => TranslateMessage(world, in value, ref translated),
            _ => Fate.Followed,
        };
    }

    private static bool IsGuestEvent(EventKind kind) =>
        kind is >= EventKind.GuestAccess and <= EventKind.GuestEnd;

    // What the target has not, whatever runs.
    private static Fate OfKind(EventKind kind) => kind switch
    {
        EventKind.Raise or EventKind.RaiseLate or EventKind.RaiseAll or EventKind.Lower
            or EventKind.RepeatInterrupt or EventKind.HoldInterrupt
            or EventKind.ReleaseInterrupts => Fate.LeftOut(NoDevice),
        EventKind.SpuriousInterrupt or EventKind.SystemError or EventKind.DelayTimer
            or EventKind.SkipTime => Fate.LeftOut(NoHardwareFault),
        EventKind.GuestTimer or EventKind.GuestTake or EventKind.GuestEnd =>
            Fate.LeftOut(NoGuestHardware),
        EventKind.GuestExit => Fate.LeftOut(NoExit),
        EventKind.Use => Fate.LeftOut(OthersPage),
        EventKind.None => Fate.Nothing(NotWhatRuns),
        _ => Fate.Followed,
    };

    private static Fate Become(in SimulationEvent value, ref SimulationEvent translated)
    {
        translated = value;
        return Fate.Followed;
    }

    // The address stays, as far as there are addresses; the syndrome is the processor's.
    private static Fate TranslateFault(in SimulationEvent value, ref SimulationEvent translated)
    {
        FaultKind kind = (FaultKind)value.Words[0];
        ulong address = value.Words[1] & ((1ul << Limits.GuestAddressBits) - 1) & ~WordMask;
        return kind switch
        {
            FaultKind.DataAccess => Become(Load(address), ref translated),
            FaultKind.Breakpoint or FaultKind.UndefinedInstruction => Become(
                new SimulationEvent(EventKind.Fault, 0, value.Words[0]), ref translated),
            _ => Fate.LeftOut(NoFault),
        };
    }

    // Size and direction stay; the address becomes one of the follower's devices.
    private static Fate TranslateAccess(in SimulationEvent value, ref SimulationEvent translated)
    {
        MmioAccess access = new(value.Words[1]);
        access = GuestFollower.AccessOf(access.SizeLog2, access.IsWrite);
        ulong offset = value.Words[0] % (ReplayRules.DevicesEnd - ReplayRules.DevicesStart)
            & ~((ulong)access.Bytes - 1);
        return Become(
            new SimulationEvent(
                EventKind.GuestAccess, 0, ReplayRules.DevicesStart + offset, access.Value),
            ref translated);
    }

    private static Fate TranslateGuestCall(
        in SimulationEvent value, ref SimulationEvent translated)
    {
        SimulationEvent call = value;
        call.Words[0] = FollowerPlace.GuestImmediate;
        return Become(in call, ref translated);
    }

    private static Fate TranslateTouch(
        ReplayWorld world, in SimulationEvent value, ref SimulationEvent translated)
    {
        ref Mapping mapping =
            ref world.State.Mappings[(int)(value.Words[0] % KernelState.MappingsMax)];
        if (mapping.Domain.IsNone) return Fate.Nothing("nothing is mapped there");
        ref ExecutionContext context = ref world.Current.In(ref world.State);
        if (context.IsVcpu || mapping.Domain != context.Domain) return Fate.LeftOut(OthersPage);
        ulong offset = value.Words[1] % (mapping.Bytes / Limits.PageBytes) * Limits.PageBytes;
        SimulationEvent load = Load(mapping.Address.Value + offset);
        bool canRead = ThreadFaults.IsHarmless(world.Machine, in context, load.Words[1])
            && !ThreadFaults.Occurs(world.Machine, in context, in load, out _, out _);
        return canRead ? Become(in load, ref translated) : Fate.LeftOut(CannotRead);
    }

    private static Fate TranslateMessage(
        ReplayWorld world, in SimulationEvent value, ref SimulationEvent translated)
    {
        bool exists = value.Words[0] < KernelState.UtcbsMax
            && !world.State.UtcbOwners[(int)value.Words[0]].IsNone;
        if (!exists) return Fate.Nothing("there is no such page");
        bool isOwn = world.State.UtcbOwners[(int)value.Words[0]] == world.Current;
        return isOwn
            ? Become(
                new SimulationEvent(
                    EventKind.WriteMessage, 0, value.Words[1], value.Words[2]), ref translated)
            : Fate.LeftOut(OthersPage);
    }

    private static SimulationEvent Load(ulong address) =>
        new(EventKind.Fault, 0, (ulong)FaultKind.DataAccess, address);
}
