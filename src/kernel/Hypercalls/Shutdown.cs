// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Shutdown"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Shutdown<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.SystemPower, out Link<Capability> _);
        if (result.IsSuccess && current.Frame[1] > 1)
        {
            result = Outcome.Parameter(Reason.BadArgument);
        }

        if (result.IsSuccess) TAsp.Shutdown(current.Frame[1] != 0);
        return result;
    }
}
