// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.ConsumedTime"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class ConsumedTime<TAsp>
    where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.SchedulingControl,
            out Link<Capability> found);
        if (!result.IsSuccess) return result;
        ref SchedulingContext entry =
            ref found.In(ref state).Object.Reinterpret<SchedulingContext>().In(ref state);
        ref Cpu cpu = ref current.Cpu.In(ref state);
        ulong consumed = entry.ConsumedTicks;
        // What pays for this very call was last charged when it was chosen.
        if (cpu.Current == Link<SchedulingContext>.To(ref state, ref entry))
        {
            consumed += TAsp.Now - cpu.ChargedUntil;
        }
        current.Frame[1] = consumed;
        return ResultCode.Success;
    }
}
