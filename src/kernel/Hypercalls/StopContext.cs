// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Stop"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class StopContext<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = VcpuArgument.FindContext(
            ref state, ref current, 0, out Link<ExecutionContext> context);
        if (!result.IsSuccess) return result;
        if (context == state.System.RootThread) return Outcome.Parameter(Reason.OwnDomain);
        Standstill<TAsp>.Hold(ref state, context.In(ref state).Cpu);
        return ContextLifecycle<TAsp>.Stop(ref state, ref context.In(ref state))
            ? ResultCode.Success : Outcome.Again;
    }
}
