// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Power;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Boot;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Virtualization;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <content>Several CPUs.</content>
public readonly partial struct SimulatedAsp
{
    /// <inheritdoc/>
    public static void Interrupt(uint cpu)
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.Call);
        machine.Interrupts.Send(1u << (int)cpu, PrivateInterrupts.Call);
    }

    /// <inheritdoc/>
    public static void Relax()
    {
        SimulatedMachine machine = Machine;
        if (machine.IsConcurrent) machine.AtOrderingPoint(OrderingPoint.Relax);
        else StandStill(machine);
    }

    /// <inheritdoc/>
    public static void GiveUp(ref KernelState state, ref Cpu cpu)
    {
        SimulatedMachine machine = Machine;
        Link<ExecutionContext> owner = cpu.SystemOwner;
        cpu.SystemOwner = default;
        cpu.IsNativeMode = 1;
        machine.Executing.Unload(new TranslationRoot(state.Domains[0].TranslationRoot));
        if (!owner.IsNone) Halt<SimulatedAsp>.WatchTimer(ref state, ref owner.In(ref state));
    }

    /// <inheritdoc/>
    public static bool StartCpu(uint cpu)
    {
        SimulatedMachine machine = Machine;
        PowerController power = machine.PowerController;
        PowerStatus status = power.Start(cpu, power.MemoryStart, cpu);
        if (status is not (PowerStatus.Success or PowerStatus.AlreadyOn)) return false;
        int starter = machine.Executing.Number;
        machine.MakeCurrent((int)cpu);
        try
        {
            Startup<SimulatedAsp>.Join(ref machine.State, ref machine.State.Cpus[(int)cpu]);
        }
        catch (IdleException)
        {
        }
        machine.MakeCurrent(starter);
        return true;
    }

    // One CPU at a time: another that is asked to stand still is between two events, so it does at
    // once. It hears of the interrupt, and chooses anew, before its next event.
    private static void StandStill(SimulatedMachine machine)
    {
        int waiting = machine.Executing.Number;
        for (int number = 0; number < machine.Cpus.Length; number++)
        {
            ref Cpu cpu = ref machine.State.Cpus[number];
            if (cpu.Standing != (uint)Standing.Asked) continue;
            Hear(machine, number);
            machine.MakeCurrent(number);
            GiveUp(ref machine.State, ref cpu);
            cpu.Standing = (uint)Standing.Still;
            cpu.MustDispatch = 1;
            machine.Cpus[number].WasHeld = true;
            machine.MakeCurrent(waiting);
        }
    }

    // Its caller waits for it, so the interrupt has arrived however long that took.
    private static void Hear(SimulatedMachine machine, int cpu)
    {
        machine.Interrupts.Flights.ArriveAt(PrivateInterrupts.Call, cpu);
        if (machine.Interrupts.StateOf(PrivateInterrupts.Call, cpu).IsRequested) return;
        throw new SimulationException($"CPU {cpu} is waited for and was not interrupted");
    }
}
