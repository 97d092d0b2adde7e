// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

/// <summary>The run queue against lists by priority.</summary>
[Verifies("R-STATE-4", "I17")]
public class RunQueueTests
{
    [Fact]
    public void Order_is_that_of_sorted_lists()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            using World world = new(seed);
            for (int step = 0; step < 300; step++) world.Step();
        }
    }

    private sealed class World : IDisposable
    {
        private readonly SimulatedMachine _machine = new();
        private readonly SortedDictionary<int, List<int>> _model = [];
        private readonly Random _random;

        internal World(int seed)
        {
            _random = new Random(seed);
            for (int index = 0; index < KernelState.SchedulingContextsMax; index++)
            {
                byte priority =
                    (byte)(_random.Next(3) == 0 ? _random.Next(256) : _random.Next(4) * 64);
                _machine.State.SchedulingContexts[index].Priority = priority;
            }
        }

        public void Dispose() => _machine.Dispose();

        internal void Step()
        {
            int index = _random.Next(KernelState.SchedulingContextsMax);
            ref SchedulingContext entry = ref _machine.State.SchedulingContexts[index];
            ref RunQueue queue = ref _machine.State.Cpus[0].Queue;
            List<int> ring = _model.TryGetValue(entry.Priority, out List<int>? found) ? found : [];
            _model[entry.Priority] = ring;
            if (ring.Count > 1 && _random.Next(4) == 0)
            {
                // Once or twice: it is the same.
                for (int times = _random.Next(1, 3); times > 0; times--)
                {
                    queue.Rotate(ref _machine.State.SchedulingContexts[ring[0]]);
                }
                ring.Add(ring[0]);
                ring.RemoveAt(0);
            }
            else if (ring.Remove(index))
            {
                queue.Remove(ref _machine.State, LinkOf(index));
                Assert.Equal(SchedulingState.Parked, entry.State);
            }
            else
            {
                ring.Add(index);
                queue.Append(ref _machine.State, LinkOf(index));
                Assert.Equal(SchedulingState.Queued, entry.State);
            }
            Compare(ref queue);
        }

        private void Compare(ref RunQueue queue)
        {
            Link<SchedulingContext> first = default;
            foreach ((int priority, List<int> ring) in _model)
            {
                Assert.Equal(ring.Count != 0, queue.IsOccupied(priority));
                Link<SchedulingContext> at = queue.Head(priority);
                foreach (int index in ring)
                {
                    Assert.Equal(LinkOf(index), at);
                    at = at.In(ref _machine.State).Next;
                }
                Assert.Equal(ring.Count == 0 ? default : queue.Head(priority), at);
                if (ring.Count != 0) first = LinkOf(ring[0]);
            }
            Assert.Equal(first, queue.First);
        }

        private Link<SchedulingContext> LinkOf(int index) =>
            Link<SchedulingContext>.To(
                ref _machine.State, ref _machine.State.SchedulingContexts[index]);
    }
}
