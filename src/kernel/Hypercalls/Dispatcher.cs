// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>From the number of a hypercall to what it does.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Dispatcher<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Carries out a native thread's hypercall.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller; its frame holds the arguments.</param>
    /// <param name="number">The hypercall, any value.</param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext Handle(
        ref KernelState state, ref ExecutionContext current, Hypercall number)
    {
        if (number == Hypercall.SemaphoreUp) return ref HandleSemaphoreUp(ref state, ref current);
        if (number is Hypercall.Call or Hypercall.CallUntil)
        {
            return ref PortalCall<TAsp>.Call(ref state, ref current, number);
        }
        if (number == Hypercall.Reply) return ref PortalCall<TAsp>.Reply(ref state, ref current);
        return ref HandleOther(ref state, ref current, number);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref ExecutionContext HandleSemaphoreUp(
        ref KernelState state, ref ExecutionContext current)
    {
        current.Frame[0] = SemaphoreUp<TAsp>.Invoke(ref state, ref current).Value;
        return ref Scheduler<TAsp>.Stay(ref state, ref current);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref ExecutionContext HandleOther(
        ref KernelState state, ref ExecutionContext current, Hypercall number)
    {
        Link<Cpu> cpu = current.Cpu;
        ResultCode result = Invoke(ref state, ref current, number);
        // A thread can destroy itself by revoking what it stands on.
        if (current.Header.Kind == ObjectKind.None)
        {
            return ref Scheduler<TAsp>.Dispatch(ref state, ref cpu.In(ref state));
        }

        if (result.Value == Outcome.Again.Value) TAsp.Restart(ref current, CallKind.Portal);
        // A thread that now waits gets its result when it wakes.
        else if (current.State != ContextState.Waiting) current.Frame[0] = result.Value;
        return ref Scheduler<TAsp>.Stay(ref state, ref current);
    }

    private static ResultCode Invoke(
        ref KernelState state, ref ExecutionContext current, Hypercall number)
    {
        switch (number)
        {
            case Hypercall.SemaphoreDown: return SemaphoreDown<TAsp>.Invoke(ref state, ref current);
            case Hypercall.Yield: return Yield<TAsp>.Invoke(ref state, ref current);
            case Hypercall.SystemInfo: return SystemInfo<TAsp>.Invoke(ref state, ref current);
            case Hypercall.VirtualInterrupt: return VirtualInterrupt<TAsp>.Invoke(
                ref state, ref current);
            case Hypercall.AcknowledgeInterrupt: return AcknowledgeInterrupt<TAsp>.Invoke(
                ref state, ref current);
            default: return InvokeAlone(ref state, ref current, number);
        }
    }

    // What changes the structure or another CPU's contexts.
    private static ResultCode InvokeAlone(
        ref KernelState state, ref ExecutionContext current, Hypercall number)
    {
        ref Cpu cpu = ref current.Cpu.In(ref state);
        if (!StructureLock<TAsp>.TryEnter(ref state, ref cpu)) return Outcome.Again;
        ResultCode result = InvokeRare(ref state, ref current, number);
        StructureLock<TAsp>.Leave(ref state, ref cpu);
        return result;
    }

    /// <summary>Whether a hypercall that was decoded lets an interrupt in before its next step, so
    /// that the way to it does not add to the step. Not twice in a row: something must be done in
    /// between.</summary>
    /// <param name="current">The caller.</param>
    internal static bool LetsIn(ref ExecutionContext current)
    {
        bool isDue = current.HasLetIn == 0 && TAsp.IsInterruptPending;
        current.HasLetIn = isDue ? (byte)1 : (byte)0;
        return isDue;
    }

    private static ResultCode InvokeRare(
        ref KernelState state, ref ExecutionContext current, Hypercall number)
    {
        switch (number)
        {
            case Hypercall.CreateDomain: return CreateDomain<TAsp>.Invoke(ref state, ref current);
            case Hypercall.CreateThread: return CreateThread<TAsp>.Invoke(ref state, ref current);
            case Hypercall.CreateVcpu: return CreateVcpu<TAsp>.Invoke(ref state, ref current);
            case Hypercall.CreateSchedulingContext: return CreateSchedulingContext<TAsp>.Invoke(
                ref state, ref current);
            case Hypercall.CreatePortal: return CreatePortal.Invoke(ref state, ref current);
            case Hypercall.CreateSemaphore: return CreateSemaphore.Invoke(ref state, ref current);
            case Hypercall.CreateSegment: return CreateSegment.Invoke(ref state, ref current);
            case Hypercall.Delegate: return Delegation.Invoke(ref state, ref current);
            case Hypercall.Revoke: return Revoke<TAsp>.Invoke(
                ref state, ref current, current.Frame[1]);
            case Hypercall.Discard: return Revoke<TAsp>.Invoke(ref state, ref current, 1);
            case Hypercall.Map: return MapMemory<TAsp>.Invoke(ref state, ref current);
            case Hypercall.Unmap: return UnmapMemory<TAsp>.Invoke(ref state, ref current);
            case Hypercall.BindInterrupt: return BindInterrupt<TAsp>.Invoke(ref state, ref current);
            case Hypercall.BindInterruptToVcpu: return BindInterruptToVcpu<TAsp>.Invoke(
                ref state, ref current);
            case Hypercall.Recall: return Recall<TAsp>.Invoke(ref state, ref current);
            case Hypercall.Stop: return StopContext<TAsp>.Invoke(ref state, ref current);
            case Hypercall.ConsumedTime: return ConsumedTime<TAsp>.Invoke(ref state, ref current);
            case Hypercall.AddWindow: return AddWindow<TAsp>.Invoke(ref state, ref current);
            case Hypercall.SwitchSchedule: return SwitchSchedule<TAsp>.Invoke(
                ref state, ref current);
            case Hypercall.ConsoleWrite: return ConsoleWrite<TAsp>.Invoke(ref state, ref current);
            case Hypercall.Shutdown: return Shutdown<TAsp>.Invoke(ref state, ref current);
            default: return new ResultCode(Status.BadHypercall, Reason.UnknownHypercall);
        }
    }
}
