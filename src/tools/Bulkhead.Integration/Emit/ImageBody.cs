// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Layout;

namespace Bulkhead.Integration.Emit;

/// <summary>
/// The part of a system image behind its tables: bytes at page boundaries. Equal bytes are kept
/// once, so two virtual machines with one kernel carry it once.
/// </summary>
/// <param name="start">Offset of the body in the image, a page boundary.</param>
public sealed class ImageBody(ulong start)
{
    private readonly List<(ulong Offset, ReadOnlyMemory<byte> Bytes)> _blocks = [];
    private readonly Dictionary<(ulong Hash, int Size), BodyBlock> _shared = [];

    /// <summary>Bytes of the image so far, whole pages.</summary>
    public ulong End { get; private set; } = start;

    /// <summary>Adds bytes that nobody writes; equal bytes share a place.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>Where they are.</returns>
    public BodyBlock AddShared(ReadOnlyMemory<byte> bytes)
    {
        (ulong Hash, int Size) key = (Hash64.Compute(bytes.Span), bytes.Length);
        if (_shared.TryGetValue(key, out BodyBlock known)
            && BytesAt(known.Offset).Span.SequenceEqual(bytes.Span))
        {
            return known;
        }

        BodyBlock block = AddOwn(bytes, (ulong)bytes.Length);
        _shared[key] = block;
        return block;
    }

    /// <summary>Adds bytes that get a place of their own, cleared up to a size.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="size">Bytes of the place, at least those given.</param>
    /// <returns>Where they are.</returns>
    public BodyBlock AddOwn(ReadOnlyMemory<byte> bytes, ulong size)
    {
        BodyBlock block = new(End, (ulong)bytes.Length, Hash64.Compute(bytes.Span));
        if (!bytes.IsEmpty)
        {
            _blocks.Add((End, bytes));
        }

        End = Alignment.Up(End + size, Alignment.Page);
        return block;
    }

    /// <summary>Writes the body into an image.</summary>
    /// <param name="image">The whole image.</param>
    public void CopyTo(Span<byte> image)
    {
        foreach ((ulong offset, ReadOnlyMemory<byte> bytes) in _blocks)
        {
            bytes.Span.CopyTo(image[(int)offset..]);
        }
    }

    private ReadOnlyMemory<byte> BytesAt(ulong offset) =>
        _blocks.Find(block => block.Offset == offset).Bytes;
}
