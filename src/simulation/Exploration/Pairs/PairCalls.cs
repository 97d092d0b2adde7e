// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Exploration.Configurations;
using static Bulkhead.Simulation.Exploration.Pairs.PairSelectors;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>Every hypercall there is, and one that is not: each with arguments that succeed and
/// arguments that are refused. Both callers share most objects, so that calls collide.</summary>
public static class PairCalls
{
    internal const ulong MapAddress = 0x60_0000;
    internal const ulong MappedAddress = 0x70_0000;
    internal const ulong NewUtcb = 0x20_8000;
    private const ulong PageBytes = Limits.PageBytes;

    // Whole turns: what is left of a turn must not depend on when a wait began.
    private const ulong SoonTicks = 2 * PairSystem.SliceTicks;
    private const ulong Unknown = 99;
    private const ulong TooMany = ulong.MaxValue;
    private const ulong WindowTicks = 1ul << 40;

    /// <summary>The calls.</summary>
    public static IReadOnlyList<PairCall> All { get; } =
    [
        .. Communication(), .. Scheduling(), .. Creation(), .. Capabilities(), .. Memory(),
        .. Interrupts(), .. Machine(),
    ];

    private static PairCall[] Communication() =>
    [
        Good(SystemScript.CallPortal(Portal)),
        Good(SystemScript.CallPortal(Portal, 2), "with message page"),
        Bad(SystemScript.CallPortal(Portal, MessageDescriptor.WordsMax + 1), "message"),
        Bad(SystemScript.CallPortal(PairSelectors.Semaphore), "kind"),
        Good(SystemScript.CallPortalUntil(Portal, SoonTicks), "for a while", 9),
        Bad(SystemScript.CallPortalUntil(Portal, 0), "poll"),
        Bad(SystemScript.Reply(), "no caller"),
        Good(SystemScript.Up(PairSelectors.Semaphore)),
        Good(SystemScript.Up(Theirs), "the other's"),
        Bad(SystemScript.Up(FullSemaphore), "full"),
        Good(SystemScript.Down(PairSelectors.Semaphore), "for ever"),
        Good(SystemScript.Down(Theirs, SoonTicks), "for a while", 1),
        Good(SystemScript.Down(FullSemaphore, 0, 1), "all"),
        Bad(SystemScript.Down(PairSelectors.Semaphore, 0), "poll"),
        Bad(SystemScript.Down(PairSelectors.Semaphore, 0, 2), "argument"),
    ];

    private static PairCall[] Scheduling() =>
    [
        Good(SystemScript.Yield),
        Good(SystemScript.Run(Empty, Spare), "scheduling context"),
        Bad(SystemScript.Run(Empty, Spare, 256), "priority"),
        Good(SystemScript.Stop(Spare), "spare"),
        Good(SystemScript.Stop(Server), "server"),
        Good(SystemScript.Stop(Vcpu), "vcpu"),
        Bad(SystemScript.Stop(PairSelectors.Semaphore), "kind"),
        Good(Call(Hypercall.Recall, Vcpu)),
        Bad(Call(Hypercall.Recall, Spare), "kind"),
    ];

    private static PairCall[] Creation() =>
    [
        Good(Domain(Empty, 2)),
        Bad(Domain(Empty, 0), "quota"),
        Good(Thread(Empty, Selectors.OwnDomain, NewUtcb), "own domain"),
        Good(Thread(Empty, Common, NewUtcb), "common domain"),
        Bad(Thread(Empty, Common, NewUtcb + 1), "address"),
        Good(VcpuConfiguration.Vcpu(Empty, Common, ExitPortals, 1)),
        Bad(VcpuConfiguration.Vcpu(Empty, Common, ExitPortals, 8), "number"),
        Good(SystemScript.Portal(Empty, Server, 3)),
        Bad(SystemScript.Portal(Empty, Vcpu, 3), "kind"),
        Good(SystemScript.Semaphore(Empty, 1)),
        Bad(SystemScript.Semaphore(Empty, TooMany), "count"),
        Good(SystemScript.Segment(Empty, Pages, 0, PageBytes, Rights.SegmentRead)),
        Bad(SystemScript.Segment(Empty, Pages, 0, TooMany, Rights.SegmentRead), "size"),
    ];

    private static PairCall[] Capabilities() =>
    [
        Good(SystemScript.Give(Pages, Peer, PeerEmpty, Rights.SegmentRead), "segment"),
        Good(SystemScript.Give(Own, 0, Empty, Rights.SemaphoreUp), "own"),
        Bad(SystemScript.Give(Own, Peer, PeerEmpty, Rights.DomainAll), "rights"),
        Bad(SystemScript.Give(Own, Peer, Theirs, Rights.SemaphoreUp), "slot"),
        Good(SystemScript.Destroy(Own), "object"),
        Good(SystemScript.TakeBack(Own), "copies"),
        Good(SystemScript.TakeBack(Pages), "mappings"),
        Bad(SystemScript.Destroy(Selectors.OwnDomain), "own domain"),
        Bad(SystemScript.Destroy(Empty), "slot"),
        Good(Call(Hypercall.Discard, Theirs)),
        Bad(Call(Hypercall.Discard, Empty), "slot"),
    ];

    private static PairCall[] Memory() =>
    [
        Good(Map(Common, 0, MapAddress), "common domain"),
        Good(Map(Selectors.OwnDomain, 0, MapAddress), "own domain"),
        Bad(Map(Common, 1, MapAddress), "alignment"),
        Bad(Map(Common, 0, MappedAddress), "taken"),
        Good(SystemScript.Unmap(Common, MappedAddress, 2 * PageBytes)),
        Bad(SystemScript.Unmap(Common, MappedAddress, PageBytes), "part"),
    ];

    private static PairCall[] Interrupts() =>
    [
        Good(Call(Hypercall.BindInterrupt, FreeInterrupt, PairSelectors.Semaphore)),
        Bad(Call(Hypercall.BindInterrupt, BoundInterrupt, PairSelectors.Semaphore), "bound"),
        Good(Call(Hypercall.BindInterruptToVcpu, FreeInterrupt, Vcpu, 40)),
        Bad(Call(Hypercall.BindInterruptToVcpu, FreeInterrupt, Vcpu, 31), "number"),
        Good(Call(Hypercall.AcknowledgeInterrupt, BoundInterrupt)),
        Bad(Call(Hypercall.AcknowledgeInterrupt, FreeInterrupt), "not bound"),
        Good(VcpuConfiguration.Configure(Vcpu, 40, 0x80, true), "configure"),
        Good(Request(VirtualInterruptOperation.SetPending, 40), "pend"),
        Good(Request(VirtualInterruptOperation.RaiseLine, 41), "raise"),
        Bad(Request(VirtualInterruptOperation.Query, 256), "number"),
    ];

    private static PairCall[] Machine() =>
    [
        Good(Call(Hypercall.SystemInfo, (ulong)SystemInfoItem.AbiVersion)),
        Bad(Call(Hypercall.SystemInfo, Unknown), "item"),
        Good(Call(Hypercall.SystemInfo, (ulong)SystemInfoItem.NextSchedule), "schedule"),
        Good(Call(Hypercall.AddWindow, Selectors.System, 1, 0, 2, WindowTicks, 1)),
        Bad(Call(Hypercall.AddWindow, Selectors.System, 1, 0, 2, 1), "duration"),
        Bad(Call(Hypercall.SwitchSchedule, Selectors.System, 3), "schedule"),
        Bad(Call(Hypercall.ConsumedTime, Empty), "slot"),
        Good(Call(Hypercall.ConsoleWrite, Selectors.System, 3, 0x4241_40)),
        Bad(Call(Hypercall.ConsoleWrite, Selectors.System, 65), "length"),
        Good(Call(Hypercall.Shutdown, Selectors.System, 1)),
        Bad(Call(Hypercall.Shutdown, Selectors.System, 2), "argument"),
        Bad(Call(Hypercall.None), "reserved"),
        new($"{Unknown} refused", new SimulationEvent(EventKind.Hypercall, (uint)Unknown)),
    ];

    private static PairCall Good(SimulationEvent value, string what = "", int deadlineWord = -1) =>
        new($"{(Hypercall)value.Detail} {what}".TrimEnd(), value, deadlineWord);

    private static PairCall Bad(SimulationEvent value, string what) =>
        new($"{(Hypercall)value.Detail} refused: {what}", value);

    private static SimulationEvent Call(
        Hypercall number, params ReadOnlySpan<ulong> arguments) =>
        SimulationEvent.Call(number, arguments);

    private static SimulationEvent Domain(ulong selector, ushort tables) =>
        Call(Hypercall.CreateDomain, selector, Selectors.OwnDomain,
            new DomainQuota(tables, 1).Value);

    private static SimulationEvent Thread(ulong selector, ulong domain, ulong utcb) =>
        Call(Hypercall.CreateThread, selector, domain, utcb, SystemScript.Entry + PageBytes,
            SystemScript.Entry, 0, Portal, 63);

    private static SimulationEvent Map(ulong domain, ulong offset, ulong address) =>
        SystemScript.Map(domain, Pages, offset, address, PageBytes,
            MemoryAccess.Read | MemoryAccess.Write);

    private static SimulationEvent Request(
        VirtualInterruptOperation operation, uint interrupt) =>
        VcpuConfiguration.Request(Vcpu, operation, interrupt);
}
