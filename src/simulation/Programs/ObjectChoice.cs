// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Programs;

/// <summary>Selectors of a thread's capability space that suit what it wants to do.</summary>
internal static class ObjectChoice
{
    /// <summary>A selector that holds an object of a kind; anything when there is none.</summary>
    internal static uint Find(
        ref KernelState state, Run<Capability> slots, ObjectKind kind, ref SeededRandom random)
    {
        uint start = (uint)random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) & (Limits.SelectorsMax - 1);
            if (slots.At(selector).In(ref state).Kind == kind) return selector;
        }
        return start;
    }

    /// <summary>A capability of a kind, nearly always to an object of a CPU.</summary>
    internal static uint FindOn(
        ref KernelState state, Run<Capability> slots, ObjectKind kind, Link<Cpu> cpu,
        ref SeededRandom random)
    {
        uint found = Find(ref state, slots, kind, ref random);
        for (int attempt = 0; attempt < 4; attempt++)
        {
            if (IsOn(ref state, ref slots.At(found).In(ref state), cpu)) break;
            found = Find(ref state, slots, kind, ref random);
        }
        return found;
    }

    private static bool IsOn(ref KernelState state, ref Capability slot, Link<Cpu> cpu)
    {
        if (state.Shared.CpuCount == 1) return true;
        return slot.Kind switch
        {
            ObjectKind.Semaphore =>
                slot.Object.Reinterpret<Semaphore>().In(ref state).Cpu == cpu,
            ObjectKind.Portal =>
                (ushort)slot.Object.Reinterpret<Portal>().In(ref state).ServerKey
                == cpu.In(ref state).Number + 1,
            _ => true,
        };
    }

    /// <summary>A selector that holds anything.</summary>
    internal static uint Any(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random)
    {
        uint start = (uint)random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) & (Limits.SelectorsMax - 1);
            if (!slots.At(selector).In(ref state).IsEmpty) return selector;
        }
        return start;
    }

    /// <summary>A selector that holds a capability from which another was derived, and from that
    /// a third; else anything.</summary>
    internal static uint Ancestor(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random)
    {
        uint start = (uint)random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) & (Limits.SelectorsMax - 1);
            Link<Capability> child = slots.At(selector).In(ref state).FirstChild;
            if (!child.IsNone && !child.In(ref state).FirstChild.IsNone) return selector;
        }
        return Any(ref state, slots, ref random);
    }

    /// <summary>A selector that holds a capability that was derived from another; else
    /// anything.</summary>
    internal static uint Derived(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random)
    {
        uint start = (uint)random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) & (Limits.SelectorsMax - 1);
            if (!slots.At(selector).In(ref state).Parent.IsNone) return selector;
        }
        return start;
    }

    /// <summary>An empty selector from a first one upward; 0 when there is none.</summary>
    internal static uint Empty(ref KernelState state, Run<Capability> slots, uint first)
    {
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (first + count) & (Limits.SelectorsMax - 1);
            if (selector != 0 && slots.At(selector).In(ref state).IsEmpty) return selector;
        }
        return 0;
    }

    /// <summary>A selector of a virtual CPU, if a few attempts find one.</summary>
    internal static uint Vcpu(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random)
    {
        uint start = (uint)random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) & (Limits.SelectorsMax - 1);
            ref Capability slot = ref slots.At(selector).In(ref state);
            if (slot.Kind == ObjectKind.ExecutionContext
                && slot.Object.Reinterpret<ExecutionContext>().In(ref state).IsVcpu)
            {
                return selector;
            }
        }
        return start;
    }

    /// <summary>A selector of a server thread.</summary>
    internal static uint Server(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random)
    {
        uint start = (uint)random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) & (Limits.SelectorsMax - 1);
            ref Capability slot = ref slots.At(selector).In(ref state);
            if (slot.Kind == ObjectKind.ExecutionContext
                && slot.Object.Reinterpret<ExecutionContext>().In(ref state).IsServer != 0)
            {
                return selector;
            }
        }
        return start;
    }

    /// <summary>The first of as many portals in a row as there are exits, if there are
    /// such.</summary>
    internal static uint Portals(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random)
    {
        uint length = 0;
        for (uint selector = 1; selector < Limits.SelectorsMax; selector++)
        {
            bool isPortal = slots.At(selector).In(ref state).Kind == ObjectKind.Portal;
            length = isPortal ? length + 1 : 0;
            if (length == VirtualCpu.ExitKinds) return selector - VirtualCpu.ExitKinds + 1;
        }
        return Find(ref state, slots, ObjectKind.Portal, ref random);
    }

    /// <summary>The selector of a certain object, 0 if the space has none.</summary>
    internal static uint SelectorOf(
        ref KernelState state, Run<Capability> slots, Link<ObjectHeader> wanted)
    {
        for (uint selector = 1; selector < Limits.SelectorsMax; selector++)
        {
            ref Capability slot = ref slots.At(selector).In(ref state);
            if (slot.Object == wanted && !slot.IsEmpty) return selector;
        }
        return 0;
    }

    /// <summary>A context that has no scheduling context yet, else any.</summary>
    internal static uint Unscheduled(
        ref KernelState state, Run<Capability> slots, ref SeededRandom random)
    {
        uint start = (uint)random.Below(Limits.SelectorsMax);
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            uint selector = (start + count) & (Limits.SelectorsMax - 1);
            ref Capability slot = ref slots.At(selector).In(ref state);
            if (slot.Kind != ObjectKind.ExecutionContext) continue;
            ref ExecutionContext context =
                ref slot.Object.Reinterpret<ExecutionContext>().In(ref state);
            if (context.IsServer == 0 && context.Scheduling.IsNone) return selector;
        }
        return Find(ref state, slots, ObjectKind.ExecutionContext, ref random);
    }
}
