// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

/// <summary>The timer heap against a sorted list.</summary>
[Verifies("I20")]
public class TimerHeapTests
{
    [Fact]
    public void The_earliest_is_always_first_whatever_is_taken_out()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            using World world = new(seed);
            for (int step = 0; step < 400; step++) world.Step();
            world.Drain();
        }
    }

    [Fact]
    public void It_holds_every_timer_that_there_is()
    {
        using SimulatedMachine machine = new();
        List<Link<TimerNode>> nodes = World.Nodes(ref machine.State);
        Assert.Equal(TimerHeap.NodesMax, nodes.Count);
        ref TimerHeap heap = ref machine.State.Cpus[0].Timers;
        for (int index = 0; index < nodes.Count; index++)
        {
            heap.Insert(ref machine.State, nodes[index], (ulong)(1000 - index));
        }
        Assert.Equal(1000ul - (ulong)nodes.Count + 1, heap.EarliestTicks);
        Assert.Equal(nodes[^1], heap.Earliest);
    }

    [Fact]
    public void An_empty_heap_never_expires()
    {
        using SimulatedMachine machine = new();
        ref TimerHeap heap = ref machine.State.Cpus[0].Timers;
        Assert.Equal((0, ulong.MaxValue), (heap.Count, heap.EarliestTicks));
        Link<TimerNode> node = World.Nodes(ref machine.State)[0];
        heap.Remove(ref machine.State, node);
        Assert.Equal(0, heap.Count);
    }

    private sealed class World : IDisposable
    {
        private readonly SimulatedMachine _machine = new();
        private readonly List<Link<TimerNode>> _nodes;
        private readonly Dictionary<int, ulong> _armed = [];
        private readonly Random _random;

        internal World(int seed)
        {
            _random = new Random(seed);
            _nodes = Nodes(ref _machine.State);
        }

        internal static List<Link<TimerNode>> Nodes(ref KernelState state)
        {
            List<Link<TimerNode>> nodes = [];
            foreach (ref var row in (Span<Bulkhead.Kernel.Objects.ExecutionContext>)state.Contexts)
            {
                nodes.Add(Link<TimerNode>.To(ref state, ref row.Deadline));
            }
            foreach (ref var row in (
                Span<Bulkhead.Kernel.Objects.SchedulingContext>)state.SchedulingContexts)
            {
                nodes.Add(Link<TimerNode>.To(ref state, ref row.Replenishment));
            }
            foreach (ref var row in (Span<Bulkhead.Kernel.Objects.VirtualCpu>)state.Vcpus)
            {
                nodes.Add(Link<TimerNode>.To(ref state, ref row.Timer));
            }
            return nodes;
        }

        public void Dispose() => _machine.Dispose();

        internal void Step()
        {
            int index = _random.Next(_nodes.Count);
            ref TimerHeap heap = ref _machine.State.Cpus[0].Timers;
            if (_armed.Remove(index))
            {
                heap.Remove(ref _machine.State, _nodes[index]);
            }
            else
            {
                ulong ticks = (ulong)_random.Next(200);
                heap.Insert(ref _machine.State, _nodes[index], ticks);
                _armed[index] = ticks;
            }
            Assert.Equal(_armed.ContainsKey(index), _nodes[index].In(ref _machine.State).IsArmed);
            Compare(ref heap);
        }

        internal void Drain()
        {
            ref TimerHeap heap = ref _machine.State.Cpus[0].Timers;
            ulong last = 0;
            for (int count = _armed.Count; count > 0; count--)
            {
                Assert.True(heap.EarliestTicks >= last);
                last = heap.EarliestTicks;
                heap.Remove(ref _machine.State, heap.Earliest);
                Assert.Equal(count - 1, heap.Count);
            }
        }

        private void Compare(ref TimerHeap heap)
        {
            Assert.Equal(_armed.Count, heap.Count);
            Assert.Equal(
                _armed.Count == 0 ? ulong.MaxValue : _armed.Values.Min(), heap.EarliestTicks);
            for (int place = 0; place < heap.Count; place++)
            {
                ref TimerNode node = ref heap.At(place).In(ref _machine.State);
                Assert.Equal(place + 1, node.Place);
                Assert.Equal(_armed[_nodes.IndexOf(heap.At(place))], node.Ticks);
            }
        }
    }
}
