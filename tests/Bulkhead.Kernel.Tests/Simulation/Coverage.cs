// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Simulation;

/// <summary>
/// What random programs have met: a campaign that never saw a helper, a depleted budget or an
/// aborted call has tested nothing of them.
/// </summary>
internal sealed class Coverage
{
    private static readonly string[] s_wanted =
    [
        .. Names(Status.Success, Status.Timeout, Status.Aborted, Status.BadHypercall,
            Status.BadCapability, Status.BadParameter, Status.Busy, Status.NoResources),
        .. Names(Enum.GetValues<ContextState>()),
        .. Names(Enum.GetValues<SchedulingState>()),
        .. Names(Enum.GetValues<CallKind>()),
        "idle", "several helpers", "long chain", "full slots", "interrupts in software",
        "virtual CPU recalled", "timer of a displaced guest", "restart", "short way",
        "domain destroyed", "thread destroyed by another",
    ];

    private readonly Dictionary<string, int> _marks = [];
    private int _domainCount;

    /// <summary>Marks that were never met.</summary>
    internal IEnumerable<string> Missing => s_wanted.Where(name => !_marks.ContainsKey(name));

    internal void Mark(string name) => _marks[name] = _marks.GetValueOrDefault(name) + 1;

    internal void Mark<T>(T value)
        where T : struct, Enum => Mark($"{typeof(T).Name}.{value}");

    /// <summary>Looks at the state between two events.</summary>
    internal void Look(KernelHarness kernel)
    {
        if (kernel.Current.IsNone) Mark("idle");
        if (kernel.Processor.RestartCount != 0) Mark("restart");
        if (kernel.Processor.FastCount != 0) Mark("short way");
        int domainCount = 0;
        foreach (ref ProtectionDomain domain in (Span<ProtectionDomain>)kernel.State.Domains)
        {
            if (domain.Header.Kind != ObjectKind.None) domainCount++;
        }
        if (domainCount < _domainCount) Mark("domain destroyed");
        _domainCount = domainCount;
        foreach (ref ExecutionContext context in (Span<ExecutionContext>)kernel.State.Contexts)
        {
            if (context.Header.Kind != ObjectKind.None) Look(ref kernel.State, ref context);
            else if (context.Key > ushort.MaxValue) Mark("thread destroyed by another");
        }
        foreach (ref var entry in (Span<SchedulingContext>)kernel.State.SchedulingContexts)
        {
            if (entry.Header.Kind != ObjectKind.None) Mark(entry.State);
        }
    }

    private static IEnumerable<string> Names<T>(params T[] values)
        where T : struct, Enum => values.Select(value => $"{typeof(T).Name}.{value}");

    private void Look(ref KernelState state, ref ExecutionContext context)
    {
        Mark(context.State);
        Mark(context.CallKind);
        if (context.HelperCount > 1) Mark("several helpers");
        int depth = 0;
        for (Link<ExecutionContext> at = context.Self; !at.IsNone; at = at.In(ref state).Partner)
        {
            depth++;
        }
        if (depth > 3) Mark("long chain");
        if (!context.IsVcpu) return;
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        if (InterruptSlots.FindFree(in vcpu) < 0) Mark("full slots");
        if (vcpu.Interrupts.HasCandidate) Mark("interrupts in software");
        if (context.ReportPending != 0 && vcpu.StartupPending == 0) Mark("virtual CPU recalled");
        if (vcpu.Timer.IsArmed) Mark("timer of a displaced guest");
    }
}
