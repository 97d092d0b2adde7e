// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>What a run did, as one number: what ran after each event, with which result and when,
/// and every byte of the kernel at the end.</summary>
internal struct TraceHash
{
    private const ulong Factor = 0x9e37_79b9_7f4a_7c15;

    /// <summary>The hash so far.</summary>
    internal ulong Value { get; private set; }

    internal void Add(World world)
    {
        Link<ExecutionContext> current = world.Current;
        Mix(current.Offset ^ (world.Machine.Clock.Ticks << 20));
        if (current.IsNone) return;
        ref ExecutionContext context = ref current.In(ref world.State);
        Mix(context.Frame[0] ^ BitOperations.RotateLeft(context.Frame[1], 32));
    }

    internal void AddState(World world)
    {
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(world.Machine.StateBytes))
        {
            Mix(word);
        }
    }

    private void Mix(ulong value) => Value = BitOperations.RotateLeft((Value ^ value) * Factor, 29);
}
