// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Running;

/// <summary>What a running native thread does.</summary>
internal static class ThreadStep
{
    internal static bool Apply(World world, in SimulationEvent value)
    {
        ref ExecutionContext thread = ref world.Current.In(ref world.State);
        switch (value.Kind)
        {
            case EventKind.Hypercall:
                for (int index = 0; index < EventWords.Count; index++)
                {
                    thread.Frame[index] = value.Words[index];
                }
                world.Processor.Hypercall((Hypercall)value.Detail);
                world.Processor.TakeInterrupts();
                return true;
            case EventKind.Fault:
                // The partition manager must not fault: the kernel has nobody to tell.
                if (thread.Domain == world.State.System.RootDomain) return false;
                world.Processor.Fault(
                    (FaultKind)value.Words[0], value.Words[1], value.Words[2]);
                world.Processor.TakeInterrupts();
                return true;
            default:
                return false;
        }
    }

    internal static bool WriteMessage(World world, in SimulationEvent value)
    {
        if (world.Current.IsNone) return false;
        ref ExecutionContext thread = ref world.Current.In(ref world.State);
        if (thread.Utcb.IsNone || value.Words[0] >= MessageDescriptor.WordsMax) return false;
        thread.Utcb.In(ref world.State)[(int)value.Words[0]] = value.Words[1];
        return true;
    }
}
