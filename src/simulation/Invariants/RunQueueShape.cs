// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I17.</summary>
internal sealed class RunQueueShape : KernelInvariant
{
    private const int BitmapBytes = RunQueue.Priorities / 8;
    private const int HeadsOffset = BitmapBytes + sizeof(uint);

    private readonly RunQueue[] _queues = new RunQueue[Limits.CpusMax];
    private readonly KeptRows<RunQueue> _windowQueues = new(KernelState.WindowQueuesMax);
    private readonly Cpu.WindowQueueTable[] _links = new Cpu.WindowQueueTable[Limits.CpusMax];
    private int _windowQueueCount;
    private bool _haveQueuesChanged;

    internal override int Number => 17;

    internal override string Sentence =>
        "A run queue's bitmap names exactly the rings that are not empty; each ring is closed "
        + "and linked both ways, and holds exactly the queued scheduling contexts of its "
        + "CPU, priority and time partition.";

    internal override string LooksAt => "run queues, scheduling contexts";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        _haveQueuesChanged = FindQueuesChanged(at);
        bool isSame = !_haveQueuesChanged
            && !at.Changes.HaveSchedulingLinks && !at.Changes.HaveLinks;
        if (isSame) return;
        int queued = 0;
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            queued += CheckQueue(ref state, ref state.Cpus[cpu].Queue);
        }
        for (int index = 0; index < state.WindowQueueCount; index++)
        {
            queued += CheckQueue(ref state, ref state.WindowQueues[index]);
        }
        That(queued == at.Changes.Queued.Count, "a queued scheduling context is in no ring");
        if (at.CpuCount > 1) CheckHomes(at);
    }

    internal override void Remember(Inspection at)
    {
        if (!_haveQueuesChanged) return;
        ref KernelState state = ref at.State;
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            _queues[cpu] = state.Cpus[cpu].Queue;
            _links[cpu] = state.Cpus[cpu].WindowQueues;
        }
        _windowQueueCount = state.WindowQueueCount;
        _windowQueues.Remember(state.WindowQueues);
    }

    private bool FindQueuesChanged(Inspection at)
    {
        ref KernelState state = ref at.State;
        int count = state.WindowQueueCount;
        if (at.Changes.AreAll) _windowQueues.ChangeAll(count);
        else _windowQueues.Compare(state.WindowQueues, count);
        bool haveChanged = at.Changes.AreAll || _windowQueues.HaveChanged
            || _windowQueueCount != count;
        for (int cpu = 0; !haveChanged && cpu < at.CpuCount; cpu++)
        {
            haveChanged = !SameBytes.Are(in state.Cpus[cpu].Queue, in _queues[cpu])
                || !SameBytes.Are(in state.Cpus[cpu].WindowQueues, in _links[cpu]);
        }
        return haveChanged;
    }

    private static int CheckQueue(ref KernelState state, ref RunQueue queue)
    {
        Link<RunQueue> self = Link<RunQueue>.To(ref state, ref queue);
        // Bitmap, first, heads: 256 calls for each event would be the dearest check of all.
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref queue, 1));
        ReadOnlySpan<ulong> bitmap = MemoryMarshal.Cast<byte, ulong>(bytes[..BitmapBytes]);
        ReadOnlySpan<uint> heads = MemoryMarshal.Cast<byte, uint>(
            bytes.Slice(HeadsOffset, RunQueue.Priorities * sizeof(uint)));
        int rings = 0;
        int queued = 0;
        for (int word = 0; word < bitmap.Length; word++)
        {
            for (ulong bits = bitmap[word]; bits != 0; bits &= bits - 1)
            {
                int priority = (word * 64) + BitOperations.TrailingZeroCount(bits);
                Link<SchedulingContext> head = queue.Head(priority);
                That(!head.IsNone, "the bitmap of the run queue names an empty ring");
                queued += CheckRing(ref state, self, head, priority);
                rings++;
            }
        }
        That(heads.Length - heads.Count(0u) == rings, "the bitmap of the run queue lacks a ring");
        return queued;
    }

    private static int CheckRing(
        ref KernelState state, Link<RunQueue> queue, Link<SchedulingContext> head, int priority)
    {
        int count = 0;
        Link<SchedulingContext> link = head;
        do
        {
            ref SchedulingContext entry = ref link.In(ref state);
            That(entry.Header.Kind == ObjectKind.SchedulingContext,
                "a scheduling context that is gone is queued");
            That(entry.State == SchedulingState.Queued && entry.Priority == priority
                && entry.Queue == queue,
                "a stranger in a ring of the run queue");
            That(entry.Next.In(ref state).Previous == link, "a ring of the run queue is broken");
            link = entry.Next;
            That(++count <= KernelState.SchedulingContextsMax,
                "a ring of the run queue does not close");
        }
        while (link != head);
        return count;
    }

    // A CPU's queues hold what belongs to it.
    private static void CheckHomes(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (int row in at.Changes.Queued)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[row];
            ref Cpu cpu = ref entry.Home.In(ref state).Cpu.In(ref state);
            That(entry.Queue == (entry.TimePartition == 0
                ? Link<RunQueue>.To(ref state, ref cpu.Queue)
                : cpu.WindowQueues[entry.TimePartition]),
                "a scheduling context is in another CPU's run queue");
        }
    }
}
