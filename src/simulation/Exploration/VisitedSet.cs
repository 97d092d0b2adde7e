// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Simulation.Exploration;

/// <summary>The states seen so far, shared by all workers: open addressing in shards, each under
/// its own lock and growing by itself.</summary>
internal sealed class VisitedSet
{
    private const int ShardBits = 8;
    private const int FirstCapacity = 1 << 8;

    private readonly Shard[] _shards = new Shard[1 << ShardBits];

    /// <summary>An empty set.</summary>
    internal VisitedSet()
    {
        for (int index = 0; index < _shards.Length; index++) _shards[index] = new Shard();
    }

    /// <summary>States in the set.</summary>
    internal long Count => _shards.Sum(shard => (long)shard.Count);

    /// <summary>Adds a state.</summary>
    /// <returns>Whether it was not there.</returns>
    internal bool Add(StateHash hash) =>
        _shards[(int)(hash.High >> (64 - ShardBits))].Add(hash);

    private sealed class Shard
    {
        private readonly Lock _lock = new();
        private StateHash[] _slots = new StateHash[FirstCapacity];

        internal int Count { get; private set; }

        internal bool Add(StateHash hash)
        {
            // All zero marks a free slot.
            if (hash == default) hash = new StateHash(1, 0);
            lock (_lock)
            {
                ref StateHash slot = ref Find(_slots, hash);
                if (slot == hash) return false;
                slot = hash;
                if (++Count * 3 > _slots.Length * 2) Grow();
                return true;
            }
        }

        private static ref StateHash Find(StateHash[] slots, StateHash hash)
        {
            int index = (int)hash.Low & (slots.Length - 1);
            while (slots[index] != default && slots[index] != hash)
            {
                index = (index + 1) & (slots.Length - 1);
            }

            return ref slots[index];
        }

        private void Grow()
        {
            StateHash[] slots = new StateHash[_slots.Length * 2];
            foreach (StateHash hash in _slots)
            {
                if (hash != default) Find(slots, hash) = hash;
            }

            _slots = slots;
        }
    }
}
