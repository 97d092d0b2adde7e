// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Snapshots;

/// <summary>A copy of bytes that are mostly zero: blocks that are all zero take no room.</summary>
internal sealed class SparseBytes
{
    private const int BlockBytes = 256;

    private byte[] _content = [];
    private int[] _blocks = [];
    private int _blockCount;

    /// <summary>Bytes that the copy takes.</summary>
    internal int Length => _blockCount * (BlockBytes + sizeof(int));

    internal void Save(ReadOnlySpan<byte> source)
    {
        _blockCount = 0;
        int at = source.IndexOfAnyExcept((byte)0);
        while (at >= 0)
        {
            int block = at / BlockBytes;
            int start = block * BlockBytes;
            int length = Math.Min(BlockBytes, source.Length - start);
            if (_blockCount == _blocks.Length) Grow();
            source.Slice(start, length).CopyTo(_content.AsSpan(_blockCount * BlockBytes));
            _blocks[_blockCount++] = block;
            at = start + length;
            int distance = source[at..].IndexOfAnyExcept((byte)0);
            at = distance < 0 ? -1 : at + distance;
        }
    }

    internal void Restore(Span<byte> target)
    {
        int end = 0;
        for (int index = 0; index < _blockCount; index++)
        {
            int start = _blocks[index] * BlockBytes;
            ClearUsed(target[end..start]);
            int length = Math.Min(BlockBytes, target.Length - start);
            _content.AsSpan(index * BlockBytes, length).CopyTo(target[start..]);
            end = start + length;
        }
        ClearUsed(target[end..]);
    }

    // Reading is cheaper than writing, and nearly all of it is zero already.
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

    private void Grow()
    {
        int count = Math.Max(64, _blocks.Length * 2);
        Array.Resize(ref _blocks, count);
        Array.Resize(ref _content, count * BlockBytes);
    }
}
