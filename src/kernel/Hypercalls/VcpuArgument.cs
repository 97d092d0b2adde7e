// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>Arguments that name an execution context.</summary>
internal static class VcpuArgument
{
    /// <summary>Finds a virtual CPU that the caller controls.</summary>
    internal static ResultCode Find(
        ref KernelState state, ref ExecutionContext current, ulong selector,
        out Link<ExecutionContext> vcpu)
    {
        ResultCode result = FindContext(ref state, ref current, selector, out vcpu);
        if (result.IsSuccess && !vcpu.In(ref state).IsVcpu)
        {
            result = Outcome.Parameter(Reason.NotAVcpu);
        }

        return result;
    }

    /// <summary>Finds a thread or virtual CPU that the caller controls.</summary>
    internal static ResultCode FindContext(
        ref KernelState state, ref ExecutionContext current, ulong selector,
        out Link<ExecutionContext> context)
    {
        context = default;
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, selector, Rights.ContextControl, out Link<Capability> found);
        if (result.IsSuccess) context = found.In(ref state).Object.Reinterpret<ExecutionContext>();
        return result;
    }
}
