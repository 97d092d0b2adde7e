// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Snapshots;

/// <summary>A copy of the kernel's state: parts that nobody uses and blocks that are zero take
/// neither room nor time.</summary>
internal sealed class SparseState
{
    private const int BlockBytes = 256;

    private readonly KernelParts _parts = new();
    private readonly KernelParts _current = new();
    private byte[] _content = [];
    private int[] _starts = [];
    private int _blockCount;
    private int _next;

    /// <summary>Bytes that the copy takes.</summary>
    internal int Length => _blockCount * (BlockBytes + sizeof(int));

    internal void Save(SimulatedMachine machine)
    {
        Span<byte> bytes = machine.StateBytes;
        _parts.Look(machine);
        _blockCount = 0;
        int start = 0;
        for (int part = 0; part < KernelParts.Count; part++)
        {
            int end = KernelParts.StartOf(ref machine.State, part + 1);
            if (_parts[part]) Save(bytes, start, end);
            start = end;
        }
    }

    internal void Restore(SimulatedMachine machine)
    {
        Span<byte> bytes = machine.StateBytes;
        _current.Look(machine);
        _next = 0;
        int start = 0;
        for (int part = 0; part < KernelParts.Count; part++)
        {
            int end = KernelParts.StartOf(ref machine.State, part + 1);
            if (_parts[part] || _current[part]) Restore(bytes, start, end);
            start = end;
        }
    }

    // Reading is cheaper than writing, and much of it is zero already.
    private static void ClearUsed(Span<byte> gap)
    {
        int used = gap.IndexOfAnyExcept((byte)0);
        while (used >= 0)
        {
            int length = Math.Min(BlockBytes, gap.Length - used);
            gap.Slice(used, length).Clear();
            gap = gap[(used + length)..];
            used = gap.IndexOfAnyExcept((byte)0);
        }
    }

    private void Save(Span<byte> bytes, int start, int end)
    {
        int at = start;
        while (true)
        {
            int distance = bytes[at..end].IndexOfAnyExcept((byte)0);
            if (distance < 0) return;
            at += distance & ~7;
            int length = Math.Min(BlockBytes, end - at);
            if (_blockCount == _starts.Length) Grow();
            bytes.Slice(at, length).CopyTo(_content.AsSpan(_blockCount * BlockBytes));
            _starts[_blockCount++] = at;
            at += length;
        }
    }

    private void Restore(Span<byte> bytes, int start, int end)
    {
        int at = start;
        for (; _next < _blockCount && _starts[_next] < end; _next++)
        {
            int block = _starts[_next];
            int length = Math.Min(BlockBytes, end - block);
            ClearUsed(bytes[at..block]);
            _content.AsSpan(_next * BlockBytes, length).CopyTo(bytes[block..]);
            at = block + length;
        }
        ClearUsed(bytes[at..end]);
    }

    private void Grow()
    {
        int count = Math.Max(64, _starts.Length * 2);
        Array.Resize(ref _starts, count);
        Array.Resize(ref _content, count * BlockBytes);
    }
}
