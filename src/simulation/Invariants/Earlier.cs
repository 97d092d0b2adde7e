// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>The execution contexts as the last check saw them, without their vector
/// registers.</summary>
internal sealed class Earlier
{
    private static readonly int s_keptBytes =
        PlaceOf<VectorState>(static (ref ExecutionContext row) => ref row.Vectors);
    private static readonly int s_frameStart =
        PlaceOf<RegisterFrame>(static (ref ExecutionContext row) => ref row.Frame);
    private static readonly int s_frameEnd = s_frameStart + Unsafe.SizeOf<RegisterFrame>();

    private readonly ExecutionContext[] _rows = new ExecutionContext[KernelState.ContextsMax];
    private readonly Link<ExecutionContext>[] _running =
        new Link<ExecutionContext>[Limits.CpusMax];
    private ulong _changed;
    private ulong _used;
    private uint _mustDispatch;
    private int _cpu;

    /// <summary>Whether there was an earlier check.</summary>
    internal bool IsKnown { get; set; }

    /// <summary>What ran on the event's CPU.</summary>
    internal Link<ExecutionContext> Running => _running[_cpu];

    /// <summary>Whether a dispatch was due on it.</summary>
    internal bool MustDispatch => ((_mustDispatch >> _cpu) & 1) != 0;

    /// <summary>What the system counter showed.</summary>
    internal ulong Ticks { get; private set; }

    /// <summary>Portal calls that were made again by themselves.</summary>
    internal int RestartCount { get; private set; }

    /// <summary>Hypercalls that were left in their middle.</summary>
    internal int PreemptionCount { get; private set; }

    /// <summary>Hypercalls that went on where they had been left.</summary>
    internal int RepeatCount { get; private set; }

    /// <summary>A row.</summary>
    internal ref readonly ExecutionContext this[int index] => ref _rows[index];

    /// <summary>Whether a row is not what it was.</summary>
    internal bool HasChanged(int index) => !IsKnown || ((_changed >> index) & 1) != 0;

    /// <summary>The rows in use.</summary>
    internal RowBits Used => RowBits.Of(_used);

    /// <summary>The rows in use that are not what they were.</summary>
    internal RowBits ChangedInUse => RowBits.Of(_used & _changed);

    /// <summary>Whether more of any row changed than its general registers.</summary>
    internal bool HaveLinksChanged { get; private set; }

    /// <summary>Finds the rows that changed.</summary>
    internal void Compare(Inspection at)
    {
        _changed = _used = 0;
        HaveLinksChanged = false;
        _cpu = at.Cpu;
        Span<ExecutionContext> rows = at.State.Contexts;
        for (int index = 0; index < rows.Length; index++)
        {
            ref ExecutionContext row = ref rows[index];
            ref ExecutionContext before = ref _rows[index];
            if (row.Header.Kind != ObjectKind.None) _used |= 1ul << index;
            else if (before.Header.Kind == ObjectKind.None && before.Key == row.Key) continue;
            Span<byte> now = Kept(ref row);
            Span<byte> kept = Kept(ref before);
            if (now.SequenceEqual(kept)) continue;
            _changed |= 1ul << index;
            HaveLinksChanged = HaveLinksChanged
                || !now[s_frameEnd..].SequenceEqual(kept[s_frameEnd..])
                || !now[..s_frameStart].SequenceEqual(kept[..s_frameStart]);
        }
    }

    /// <summary>Keeps the rows that changed.</summary>
    internal void Remember(Inspection at)
    {
        ref KernelState state = ref at.State;
        for (ulong bits = _changed; bits != 0; bits &= bits - 1)
        {
            int index = BitOperations.TrailingZeroCount(bits);
            Kept(ref state.Contexts[index]).CopyTo(Kept(ref _rows[index]));
        }
        _mustDispatch = 0;
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            Link<ExecutionContext> running = at.RunningOn(cpu);
            _running[cpu] = running;
            bool isDue = state.Cpus[cpu].MustDispatch != 0
                || (!running.IsNone && running.In(ref state).ReportPending != 0);
            if (isDue) _mustDispatch |= 1u << cpu;
        }
        RestartCount = at.RestartCount;
        PreemptionCount = at.Machine.PreemptionCount;
        RepeatCount = at.Machine.RepeatCount;
        Ticks = at.Machine.Clock.Ticks;
        IsKnown = true;
    }

    private static Span<byte> Kept(ref ExecutionContext row) =>
        MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref row, 1))[..s_keptBytes];

    private static int PlaceOf<T>(Field<T> field)
    {
        ExecutionContext row = default;
        return (int)Unsafe.ByteOffset(
            ref Unsafe.As<ExecutionContext, byte>(ref row),
            ref Unsafe.As<T, byte>(ref field(ref row)));
    }

    private delegate ref T Field<T>(ref ExecutionContext row);
}
