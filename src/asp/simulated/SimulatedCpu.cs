// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <summary>What a CPU has loaded. Its comparator, interrupts and translation buffer are in
/// <see cref="SimulatedMachine.Clock"/>, <see cref="SimulatedMachine.Interrupts"/> and
/// <see cref="SimulatedMachine.Walker"/>, under its number.</summary>
public sealed class SimulatedCpu
{
    internal SimulatedCpu(int number) => Number = number;

    /// <summary>Number, from 0.</summary>
    public int Number { get; }

    /// <summary>The context whose registers are in the hardware, as far as the kernel switched;
    /// none at first.</summary>
    public Link<ExecutionContext> Loaded { get; internal set; }

    /// <summary>The second-stage root that is loaded: what the CPU walks, ahead of need too. It
    /// stays loaded while the CPU is idle, until it is held still.</summary>
    public TranslationRoot Root { get; set; }

    /// <summary>Whether it was held still since it last chose what runs.</summary>
    internal bool WasHeld { get; set; }

    /// <summary>The hypercall that it entered the kernel with; 0: it entered otherwise.</summary>
    internal Hypercall Hypercall { get; set; }

    internal void Load(ref ExecutionContext context)
    {
        Loaded = context.Self;
        Root = new TranslationRoot(context.Controls.TranslationRoot);
    }

    internal void Unload(TranslationRoot root)
    {
        Loaded = default;
        Root = root;
    }

    internal void CopyFrom(SimulatedCpu other)
    {
        Loaded = other.Loaded;
        Root = other.Root;
        WasHeld = other.WasHeld;
    }
}
