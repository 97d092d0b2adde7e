// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.BindInterruptToVcpu"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class BindInterruptToVcpu<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, 0, Rights.InterruptBind, out Link<ObjectHeader> found);
        if (!result.IsSuccess) return result;
        ref InterruptLine line = ref found.Reinterpret<InterruptLine>().In(ref state);
        if (!line.Semaphore.IsNone || !line.Vcpu.IsNone) return Outcome.Busy(Reason.InterruptBound);
        result = VcpuArgument.Find(
            ref state, ref current, 1, out Link<ExecutionContext> vcpu);
        if (!result.IsSuccess) return result;
        if (current.Frame[2] is < 32 or >= Limits.VirtualInterruptsMax)
        {
            return Outcome.Parameter(Reason.BadInterrupt);
        }

        Standstill<TAsp>.Hold(ref state, vcpu.In(ref state).Cpu);
        ref VirtualCpu row = ref vcpu.In(ref state).Vcpu.In(ref state);
        if (row.Interrupts.Bound.Has((uint)current.Frame[2]))
        {
            return Outcome.Busy(Reason.InterruptBound);
        }
        // What is on its way already would end without opening the physical line.
        VirtualInterruptRequest query =
            new(VirtualInterruptOperation.Query, (uint)current.Frame[2]);
        VirtualInterruptState condition = Injection<TAsp>.Request(
            ref state, ref vcpu.In(ref state), query);
        if ((condition & ~VirtualInterruptState.Enabled) != 0)
        {
            return Outcome.Busy(Reason.VirtualInterruptInUse);
        }

        line.Vcpu = vcpu;
        line.VirtualInterrupt = (uint)current.Frame[2];
        row.Interrupts.Bound.Set(line.VirtualInterrupt);
        row.PhysicalInterrupts[(int)line.VirtualInterrupt] = (ushort)line.Interrupt;
        TAsp.Open(line.Interrupt, line.IsEdge != 0, vcpu.In(ref state).Cpu.In(ref state).Number);
        return ResultCode.Success;
    }
}
