// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>What happens when timers expire.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Timers<TAsp> where TAsp : struct, IAsp
{
    // So many are handled at once.
    private const int StepNodes = 16;

    /// <summary>Handles timers of a CPU that have expired, the earliest first.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cpu">The CPU.</param>
    public static void Expire(ref KernelState state, ref Cpu cpu)
    {
        ulong now = TAsp.Now;
        for (int left = StepNodes; cpu.Timers.EarliestTicks <= now; left--)
        {
            if (left == 0)
            {
                // Whoever runs next, and other interrupts, come first: for a microsecond.
                cpu.ArmedTicks = cpu.Timers.EarliestTicks;
                TAsp.ArmTimer(TAsp.Now + (TAsp.Frequency >> 20));
                break;
            }
            Link<TimerNode> node = cpu.Timers.Earliest;
            cpu.Timers.Remove(ref state, node);
            Handle(ref state, ref cpu, ref node.In(ref state));
        }
    }

    private static void TimeOut(ref KernelState state, ref ExecutionContext thread)
    {
        if (thread.CallKind == CallKind.PortalUntil)
        {
            ContextLifecycle<TAsp>.TimeOut(ref state, ref thread);
        }
        else SemaphoreQueue<TAsp>.TimeOut(ref state, ref thread);
    }

    private static void Handle(ref KernelState state, ref Cpu cpu, ref TimerNode node)
    {
        switch (node.Kind)
        {
            case TimerKind.Deadline:
                TimeOut(ref state, ref node.Context.In(ref state));
                break;
            case TimerKind.Replenishment:
                Scheduler<TAsp>.Replenish(ref state, ref cpu, node.Scheduling);
                break;
            case TimerKind.VirtualTimer:
                Halt<TAsp>.Wake(ref state, ref node.Context.In(ref state));
                break;
            case TimerKind.WindowEnd:
                MajorFrame<TAsp>.EndWindow(ref state, ref cpu);
                break;
            default:
                break;
        }
    }
}
