// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Hypercalls;
using Bulkhead.Kernel.Interrupts;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Virtualization;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <content>The ways into the kernel, one type each, so that an entry allocates nothing.</content>
public sealed partial class SimulatedProcessor
{
    private interface IEntry
    {
        ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current);
    }

    private readonly struct DispatchEntry(int cpu) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current) =>
            ref Scheduler<SimulatedAsp>.Dispatch(ref state, ref state.Cpus[cpu]);
    }

    private readonly struct HypercallEntry(Hypercall number) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current) =>
            ref Dispatcher<SimulatedAsp>.Handle(ref state, ref current, number);
    }

    private readonly struct InterruptEntry(int cpu) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current)
        {
            InterruptEntry<SimulatedAsp>.Handle(ref state, ref state.Cpus[cpu]);
            return ref Scheduler<SimulatedAsp>.StayOn(ref state, ref state.Cpus[cpu], ref current);
        }
    }

    // As the idle loop goes on after an interrupt.
    private readonly struct IdleEntry(int cpu) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current)
        {
            ref Cpu row = ref state.Cpus[cpu];
            InterruptEntry<SimulatedAsp>.Handle(ref state, ref row);
            row.ChargedUntil = SimulatedAsp.Now;
            if (!row.Resting.IsNone) Scheduler<SimulatedAsp>.EndRest(ref state, ref row);
            return ref Scheduler<SimulatedAsp>.Dispatch(ref state, ref row);
        }
    }

    private readonly struct FaultEntry(FaultKind kind, ulong address, ulong syndrome) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current) =>
            ref ThreadFault<SimulatedAsp>.Report(
                ref state, ref current, kind, address, syndrome);
    }

    private readonly struct AccessEntry(ulong address, MmioAccess access, ulong value) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current)
        {
            ref VirtualCpu vcpu = ref current.Vcpu.In(ref state);
            ExitPortal exit = vcpu.Portals[(int)ExitKind.Mmio];
            ref Portal portal = ref exit.Portal.In(ref state);
            ref ExecutionContext server = ref portal.Server.In(ref state);
            if (!FastExit.IsIdle(in exit, ref portal, ref server))
            {
                return ref VcpuExit<SimulatedAsp>.SendAccess(
                    ref state, ref current, address, access, value);
            }
            PortalTarget target = FastExit.Send(
                ref state, ref current, ref vcpu, ref portal, ref server, address, access, value);
            SimulatedAsp.ActivateServer(ref target.Server, in target.Portal);
            target.Server.Frame[1] = 0;
            return ref SimulatedAsp.SwitchTo(ref state, ref target.Server);
        }
    }

    private readonly struct ExitEntry(
        ExitKind kind, ulong word0, ulong word1, ulong word2, ulong word3) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current) =>
            ref VcpuExit<SimulatedAsp>.Send(
                ref state, ref current, kind, word0, word1, word2, word3);
    }

    private readonly struct GuestHypercallEntry(ulong word0) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current) =>
            ref VcpuExit<SimulatedAsp>.SendHypercall(ref state, ref current, word0);
    }

    private readonly struct SoftwareInterruptEntry(uint interrupt, ulong targets) : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current)
        {
            SimulatedAsp.Advance(ref current);
            for (int index = 0; index < KernelState.VcpusMax; index++)
            {
                ref VirtualCpu vcpu = ref state.Vcpus[index];
                if (vcpu.Context.IsNone || ((targets >> (int)vcpu.Number) & 1) == 0) continue;
                ref ExecutionContext target = ref vcpu.Context.In(ref state);
                if (target.Domain == current.Domain) Send(ref state, ref current, ref target);
            }
            return ref Scheduler<SimulatedAsp>.Resume(ref state, ref current);
        }

        private void Send(
            ref KernelState state, ref ExecutionContext current, ref ExecutionContext target)
        {
            if (target.Cpu == current.Cpu)
            {
                Injection<SimulatedAsp>.PendSeldom(ref state, ref target, interrupt);
            }
            else Signals<SimulatedAsp>.Pend(ref state, ref target, 1u << (int)interrupt);
        }
    }

    private readonly struct HaltEntry : IEntry
    {
        public ref ExecutionContext Run(ref KernelState state, ref ExecutionContext current)
        {
            SimulatedAsp.Advance(ref current);
            return ref Halt<SimulatedAsp>.HandOver(ref state, ref current);
        }
    }
}
