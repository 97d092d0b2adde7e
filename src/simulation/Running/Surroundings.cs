// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Seams;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Running;

/// <summary>What happens around the processor: devices, time, memory accesses.</summary>
internal static class Surroundings
{
    internal static bool Apply(World world, in SimulationEvent value)
    {
        switch (value.Kind)
        {
            case EventKind.Raise or EventKind.RaiseLate or EventKind.Lower:
                return SetLine(world, in value);
            case EventKind.Elapse:
                if (world.CpuCount > 1) CpuTeam.Advance(world, value.Words[0]);
                else world.Processor.Advance(value.Words[0]);
                return true;
            case EventKind.Touch:
                return Touch(world, value.Words[0], value.Words[1]);
            case EventKind.Use:
                return Use(world, value.Words[0]);
            case EventKind.WriteMessage:
                return ThreadStep.WriteMessage(world, in value);
            default:
                return SurroundingFaults.Apply(world, in value);
        }
    }

    private static bool SetLine(World world, in SimulationEvent value)
    {
        if (value.Detail is < 32 or >= IInterrupts.InterruptIdsMax) return false;
        if (value.Kind == EventKind.Lower) world.Machine.Interrupts.Lower(value.Detail);
        else world.Machine.Interrupts.Raise(value.Detail);
        if (value.Kind != EventKind.RaiseLate) world.Processor.TakeInterrupts();
        return true;
    }

    private static bool Use(World world, ulong address)
    {
        if (world.Current.IsNone) return false;
        ref ExecutionContext context = ref world.Current.In(ref world.State);
        TranslationRoot root = new(context.Controls.TranslationRoot);
        // Even a walk that ends in a fault leaves the tables it went through cached.
        world.Machine.Walker.Translate(world.Cpu, root, address);
        return true;
    }

    private static bool Touch(World world, ulong choice, ulong page)
    {
        ref KernelState state = ref world.State;
        ref Mapping mapping = ref state.Mappings[(int)(choice % KernelState.MappingsMax)];
        if (mapping.Entered == 0) return false;
        TranslationRoot root = new(mapping.Domain.In(ref state).TranslationRoot);
        ulong offset = page % (mapping.Entered / Limits.PageBytes) * Limits.PageBytes;
        if (world.Machine.Walker.Translate(world.Cpu, root, mapping.Address.Value + offset) is null)
        {
            throw new SimulationException($"{mapping.Address.Value + offset:x} is not mapped");
        }
        return true;
    }
}
