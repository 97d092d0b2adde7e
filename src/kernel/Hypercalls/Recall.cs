// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Recall"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Recall<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = VcpuArgument.Find(
            ref state, ref current, 0, out Link<ExecutionContext> vcpu);
        if (!result.IsSuccess) return result;
        ref ExecutionContext context = ref vcpu.In(ref state);
        Standstill<TAsp>.Hold(ref state, context.Cpu);
        ref VirtualCpu row = ref context.Vcpu.In(ref state);
        if (row.IsOff != 0)
        {
            row.IsOff = 0;
            row.StartupPending = 1;
            context.ReportPending = 1;
            context.State = ContextState.Ready;
            Scheduler<TAsp>.ReleaseSeldom(ref state, ref context);
            return ResultCode.Success;
        }
        if (context.State == ContextState.Off) return Outcome.Aborted(Reason.ObjectGone);
        context.ReportPending = 1;
        Halt<TAsp>.Wake(ref state, ref context);
        return ResultCode.Success;
    }
}
