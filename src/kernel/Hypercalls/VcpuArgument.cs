// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>Arguments that name an execution context.</summary>
internal static class VcpuArgument
{
    /// <summary>Finds a virtual CPU that the caller controls.</summary>
    internal static ResultCode Find(
        ref KernelState state, ref ExecutionContext current, int register,
        out Link<ExecutionContext> vcpu)
    {
        ResultCode result = FindContext(ref state, ref current, register, out vcpu);
        if (result.IsSuccess && !vcpu.In(ref state).IsVcpu)
        {
            result = Outcome.Parameter(Reason.NotAVcpu);
        }

        return result;
    }

    /// <summary>Finds a thread or virtual CPU that the caller controls.</summary>
    internal static ResultCode FindContext(
        ref KernelState state, ref ExecutionContext current, int register,
        out Link<ExecutionContext> context)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, register, Rights.ContextControl, out Link<ObjectHeader> found);
        context = found.Reinterpret<ExecutionContext>();
        return result;
    }
}
