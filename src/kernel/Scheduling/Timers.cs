// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>What happens when timers expire.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Timers<TAsp> where TAsp : struct, IAsp
{
    // So many are handled at once.
    private const int StepNodes = 16;

    /// <summary>Ends a CPU's window when it is time, then handles timers that have expired, the
    /// earliest first. Those of others do not hold up a window that begins.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Expire(ref KernelState state, ref Cpu cpu)
    {
        ulong now = TAsp.Now;
        bool hasOpened = false;
        for (int left = StepNodes; left != 0; left--, now = TAsp.Now)
        {
            if (cpu.WindowEndTicks <= now)
            {
                MajorFrame<TAsp>.EndWindow(ref state, ref cpu);
                hasOpened = true;
                continue;
            }
            if (cpu.Timers.EarliestTicks > now) return;
            Link<TimerNode> link = cpu.Timers.Earliest;
            ref TimerNode node = ref link.In(ref state);
            if (hasOpened && !IsOfWindow(ref state, ref cpu, ref node)) break;
            cpu.Timers.Remove(ref state, link);
            Handle(ref state, ref cpu, ref node);
        }
        if (TurnTimer<TAsp>.Next(ref cpu) > now) return;
        // Whoever runs next, and other interrupts, come first: for a microsecond.
        cpu.ArmedTicks = TurnTimer<TAsp>.Next(ref cpu);
        TAsp.ArmTimer(now + TAsp.PauseTicks);
    }

    private static bool IsOfWindow(ref KernelState state, ref Cpu cpu, ref TimerNode node)
    {
        Link<SchedulingContext> link = node.Kind == TimerKind.Replenishment
            ? node.Scheduling : node.Context.In(ref state).BlockedScheduling;
        return !link.IsNone && link.In(ref state).Queue == cpu.Windowed;
    }

    private static void Handle(ref KernelState state, ref Cpu cpu, ref TimerNode node)
    {
        switch (node.Kind)
        {
            case TimerKind.Deadline:
                ref ExecutionContext thread = ref node.Context.In(ref state);
                bool isCall = thread.CallKind == CallKind.PortalUntil;
                if (isCall) ContextLifecycle<TAsp>.TimeOut(ref state, ref thread);
                else SemaphoreQueue<TAsp>.TimeOut(ref state, ref thread);
                break;
            case TimerKind.Replenishment:
                Scheduler<TAsp>.Replenish(ref state, ref cpu, node.Scheduling);
                break;
            case TimerKind.VirtualTimer:
                Halt<TAsp>.Wake(ref state, ref node.Context.In(ref state));
                break;
        }
    }
}
