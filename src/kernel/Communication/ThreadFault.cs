// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>A native thread did something it cannot go on after.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class ThreadFault<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Reports the fault to the thread's fault portal, or stops the thread when there is
    /// none.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="kind">What it did.</param>
    /// <param name="address">Address that it concerns.</param>
    /// <param name="syndrome">The processor's own word for it.</param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext Report(
        ref KernelState state, ref ExecutionContext thread, FaultKind kind, ulong address,
        ulong syndrome)
    {
        Check<TAsp>.That(thread.Domain != state.System.RootDomain, Invariant.ManagerAlive);
        ref Portal portal = ref thread.FaultPortal.In(ref state);
        if (thread.FaultPortal.IsNone || portal.Header.Generation != thread.FaultPortalGeneration)
        {
            return ref Stop(ref state, ref thread);
        }
        ResultCode result = Rendezvous<TAsp>.Decode(ref state, ref thread, ref portal);
        if (result.Status == Status.Busy)
        {
            Rendezvous<TAsp>.Help(ref state, ref thread, ref portal, CallKind.Fault);
            return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref thread);
        }
        if (!result.IsSuccess) return ref Stop(ref state, ref thread);
        ref ExecutionContext server = ref Rendezvous<TAsp>.Join(
            ref state, ref thread, ref portal, CallKind.Fault);
        server.Frame[1] = 0;
        server.Frame[2] = (ulong)kind;
        server.Frame[3] = address;
        server.Frame[4] = syndrome;
        server.Frame[5] = thread.Frame[RegisterFrame.ProgramCounter];
        server.Frame[6] = thread.Tag;
        server.Frame[7] = thread.Frame[RegisterFrame.StackPointer];
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref server);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref ExecutionContext Stop(ref KernelState state, ref ExecutionContext thread)
    {
        ContextLifecycle<TAsp>.Stop(ref state, ref thread);
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref thread);
    }
}
