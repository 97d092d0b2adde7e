// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Simulation.Exploration;

/// <summary>How each state was first reached: its number's parent and the action that led
/// here.</summary>
internal sealed class PathTable
{
    private const int ChunkBits = 16;
    private const int ChunksMax = 1 << 14;

    private readonly Lock _lock = new();
    private readonly (int Parent, ushort Action)[]?[] _chunks =
        new (int Parent, ushort Action)[]?[ChunksMax];

    private int _count;

    /// <summary>States that have a number.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>Numbers a state.</summary>
    /// <param name="parent">The state before; -1: there is none.</param>
    /// <param name="action">What led here.</param>
    /// <returns>Its number.</returns>
    internal int Add(int parent, int action)
    {
        int number = Interlocked.Increment(ref _count) - 1;
        ChunkOf(number)[number & ((1 << ChunkBits) - 1)] = (parent, (ushort)action);
        return number;
    }

    /// <summary>The actions from the first state to one.</summary>
    internal List<int> PathTo(int number)
    {
        List<int> actions = [];
        while (true)
        {
            (int parent, ushort action) =
                ChunkOf(number)[number & ((1 << ChunkBits) - 1)];
            if (parent < 0) break;
            actions.Add(action);
            number = parent;
        }

        actions.Reverse();
        return actions;
    }

    private (int Parent, ushort Action)[] ChunkOf(int number)
    {
        int index = number >> ChunkBits;
        if (Volatile.Read(ref _chunks[index]) is { } chunk) return chunk;
        lock (_lock)
        {
            return _chunks[index] ??= new (int Parent, ushort Action)[1 << ChunkBits];
        }
    }
}
