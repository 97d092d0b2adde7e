// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Virtualization;

/// <summary>Virtual CPUs that wait for an interrupt.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Halt<TAsp> where TAsp : struct, IAsp
{
    /// <summary>A guest executed its wait-for-interrupt instruction: it waits unless something is
    /// deliverable.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    public static void Enter(ref KernelState state, ref ExecutionContext context)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        if (IsWanted(ref context, ref vcpu)) return;
        if (TAsp.IsCalled(ref state, ref context, ref vcpu)) return;
        context.State = ContextState.Halted;
        if (!TAsp.HasOwnTimer(ref state, ref context)) WatchTimer(ref state, ref context);
    }

    /// <summary>The same for the virtual CPU that runs, whose timer is in the hardware.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <returns>What runs next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext HandOver(ref KernelState state, ref ExecutionContext context)
    {
        ref Cpu cpu = ref context.Cpu.In(ref state);
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        if (IsWanted(ref context, ref vcpu) || TAsp.IsCalledNow(ref state, ref context, ref vcpu))
        {
            return ref Scheduler<TAsp>.Stay(ref state, ref context);
        }
        context.State = ContextState.Halted;
        return ref HandOver<TAsp>.Run(ref state, ref cpu, ref context);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWanted(ref ExecutionContext context, ref VirtualCpu vcpu) =>
        vcpu.Interrupts.HasCandidate || context.ReportPending != 0;

    /// <summary>Lets the kernel's timer wake a halted virtual CPU whose own timer is not, or no
    /// longer, in the hardware.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU; nothing happens unless it is halted.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void WatchTimer(ref KernelState state, ref ExecutionContext context)
    {
        if (context.State != ContextState.Halted) return;
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        Link<TimerNode> node = Link<TimerNode>.To(ref state, ref vcpu.Timer);
        ulong ticks = TAsp.VirtualTimerTicks(ref state, ref context, ref vcpu);
        if (ticks == ulong.MaxValue || node.In(ref state).IsArmed) return;
        ref Cpu cpu = ref context.Cpu.In(ref state);
        cpu.Timers.Insert(ref state, node, ticks);
        // A switch that displaces the virtual CPU comes after the dispatch has set the hardware's
        // timer.
        if (ticks >= cpu.ArmedTicks) return;
        cpu.ArmedTicks = ticks;
        TAsp.ArmTimer(ticks);
    }

    /// <summary>Ends the wait of a virtual CPU; nothing happens when it does not wait.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Wake(ref KernelState state, ref ExecutionContext context)
    {
        if (context.State != ContextState.Halted) return;
        context.State = ContextState.Ready;
        bool isWatched = context.Vcpu.In(ref state).Timer.IsArmed;
        if (isWatched || !context.BlockedScheduling.IsNone) Release(ref state, ref context);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Release(ref KernelState state, ref ExecutionContext context)
    {
        DisarmTimer(ref state, ref context);
        Scheduler<TAsp>.ReleaseBlocked(ref state, ref context);
    }

    /// <summary>Stops watching a virtual CPU's timer in software.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    public static void DisarmTimer(ref KernelState state, ref ExecutionContext context)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        context.Cpu.In(ref state).Timers.Remove(
            ref state, Link<TimerNode>.To(ref state, ref vcpu.Timer));
    }
}
