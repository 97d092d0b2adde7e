// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.SystemInfo"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class SystemInfo<TAsp>
    where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        switch ((SystemInfoItem)current.Frame[0])
        {
            case SystemInfoItem.AbiVersion:
                current.Frame[1] = AbiVersion.Current;
                break;
            case SystemInfoItem.CounterFrequency:
                current.Frame[1] = TAsp.Frequency;
                break;
            case SystemInfoItem.CounterNow:
                current.Frame[1] = TAsp.Now;
                break;
            case SystemInfoItem.FreeTablePages:
                return CountTablePages(ref state, ref current);
            case SystemInfoItem.BootTicks:
                current.Frame[1] = state.System.BootTicks;
                break;
            case SystemInfoItem.FirstGuestEntryTicks:
                current.Frame[1] = state.System.FirstGuestEntryTicks;
                break;
            case SystemInfoItem.Schedule:
                current.Frame[1] = current.Cpu.In(ref state).Schedule;
                break;
            case SystemInfoItem.NextSchedule:
                current.Frame[1] = state.NextSchedule;
                break;
            case SystemInfoItem.ScheduleTicks:
                current.Frame[1] = current.Cpu.In(ref state).ScheduleTicks;
                break;
            case SystemInfoItem.FrameTicks:
                current.Frame[1] = current.Cpu.In(ref state).FrameTicks;
                break;
            case SystemInfoItem.CpuCount:
                current.Frame[1] = state.Shared.CpuCount;
                break;
            default:
                return Outcome.Parameter(Reason.BadArgument);
        }
        return ResultCode.Success;
    }

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
