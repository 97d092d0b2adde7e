// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.SystemInfo"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class SystemInfo<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        SystemInfoItem item = (SystemInfoItem)current.Frame[0];
        if (item > SystemInfoItem.CpuCount) return Outcome.Parameter(Reason.BadArgument);
        if (item == SystemInfoItem.FreeTablePages) return CountTablePages(ref state, ref current);
        current.Frame[1] = Read(ref state, ref current.Cpu.In(ref state), item);
        return ResultCode.Success;
    }

    private static ulong Read(ref KernelState state, ref Cpu cpu, SystemInfoItem item) =>
        item switch
        {
            SystemInfoItem.AbiVersion => AbiVersion.Current,
            SystemInfoItem.CounterFrequency => TAsp.Frequency,
            SystemInfoItem.CounterNow => TAsp.Now,
            SystemInfoItem.BootTicks => state.System.BootTicks,
            SystemInfoItem.FirstGuestEntryTicks => state.System.FirstGuestEntryTicks,
            SystemInfoItem.Schedule => cpu.Schedule,
            SystemInfoItem.NextSchedule => state.NextSchedule,
            SystemInfoItem.ScheduleTicks => cpu.ScheduleTicks,
            SystemInfoItem.FrameTicks => cpu.FrameTicks,
            _ => state.Shared.CpuCount,
        };

    // What is free depends on what every partition does: only who may look at the system as a whole
    // is told.
    private static ResultCode CountTablePages(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[1], Rights.SystemConfigure,
            out Link<Capability> _);
        if (result.IsSuccess) current.Frame[1] = (ulong)TableAllocator.CountFree(ref state);
        return result;
    }
}
