// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.ConsumedTime"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class ConsumedTime<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, 0, Rights.SchedulingControl, out Link<ObjectHeader> found);
        if (!result.IsSuccess) return result;
        ref SchedulingContext entry = ref found.Reinterpret<SchedulingContext>().In(ref state);
        current.Frame[1] = Consumed(ref state, ref entry);
        current.Frame[2] = entry.OverrunCount;
        return ResultCode.Success;
    }

    // What pays for what runs, this very call perhaps, was last charged when it was chosen.
    private static ulong Consumed(ref KernelState state, ref SchedulingContext entry)
    {
        if (entry.Home.IsNone) return entry.ConsumedTicks;
        Link<Cpu> link = entry.Home.In(ref state).Cpu;
        Standstill<TAsp>.Hold(ref state, link);
        ref Cpu cpu = ref link.In(ref state);
        bool pays = cpu.Current == Link<SchedulingContext>.To(ref state, ref entry);
        return entry.ConsumedTicks + (pays ? TAsp.Now - cpu.ChargedUntil : 0);
    }
}
