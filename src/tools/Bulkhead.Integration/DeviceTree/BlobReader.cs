// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace Bulkhead.Integration.DeviceTree;

/// <summary>Reads the flattened format; every offset and length is checked.</summary>
public sealed class BlobReader
{
    private readonly byte[] _blob;
    private readonly int _structureEnd;
    private readonly int _stringsOffset;
    private readonly int _stringsEnd;
    private int _position;

    private BlobReader(byte[] blob)
    {
        _blob = blob;
        if (blob.Length < BlobFormat.HeaderSize || Header(0) != BlobFormat.Magic)
        {
            throw new DeviceTreeException("this is not a flattened device tree");
        }

        if (Header(6) > BlobFormat.Version || Header(5) < BlobFormat.CompatibleVersion)
        {
            throw new DeviceTreeException($"device tree version {Header(5)} is not supported");
        }

        int totalSize = Bounded(Header(1), blob.Length);
        _position = Bounded(Header(2), totalSize);
        _structureEnd = Header(5) >= BlobFormat.Version
            ? Bounded(Header(2) + (ulong)Header(9), totalSize) : totalSize;
        _stringsOffset = Bounded(Header(3), totalSize);
        _stringsEnd = Bounded(Header(3) + (ulong)Header(8), totalSize);
    }

    /// <summary>Whether bytes begin as a flattened device tree does.</summary>
    /// <param name="blob">Any bytes.</param>
    /// <returns>True when the magic is there.</returns>
    public static bool IsBlob(ReadOnlySpan<byte> blob) =>
        blob.Length >= sizeof(uint)
        && BinaryPrimitives.ReadUInt32BigEndian(blob) == BlobFormat.Magic;

    /// <summary>Reads a blob.</summary>
    /// <param name="blob">The blob; bytes after its end are ignored.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DeviceTreeException">The blob is damaged or of another version.</exception>
    public static DeviceTreeNode Read(byte[] blob)
    {
        BlobReader reader = new(blob);
        if (reader.NextToken() != BlobFormat.BeginNode)
        {
            throw new DeviceTreeException("the device tree has no root");
        }

        DeviceTreeNode root = new("");
        reader.NextString();
        reader.ReadNode(root, 0);
        return root;
    }

    private void ReadNode(DeviceTreeNode node, int depth)
    {
        if (depth > BlobFormat.DepthMax)
        {
            throw new DeviceTreeException($"nested deeper than {BlobFormat.DepthMax}");
        }

        while (true)
        {
            switch (NextToken())
            {
                case BlobFormat.Property:
                    ReadProperty(node);
                    break;
                case BlobFormat.BeginNode:
                    ReadNode(node.Add(NextString()), depth + 1);
                    break;
                case BlobFormat.EndNode:
                    return;
                case uint token:
                    throw new DeviceTreeException($"unknown token {token} at {_position - 4}");
            }
        }
    }

    private void ReadProperty(DeviceTreeNode node)
    {
        uint length = NextCell();
        uint nameOffset = NextCell();
        if (length > (uint)(_structureEnd - _position))
        {
            throw new DeviceTreeException("a property is longer than the device tree");
        }

        byte[] value = _blob.AsSpan(_position, (int)length).ToArray();
        _position += (int)((length + 3) & ~3u);
        node.SetBytes(NameAt(nameOffset), value);
    }

    private string NameAt(uint offset)
    {
        int start = Bounded((ulong)_stringsOffset + offset, _stringsEnd);
        int length = _blob.AsSpan(start, _stringsEnd - start).IndexOf((byte)0);
        return length >= 0 ? Encoding.ASCII.GetString(_blob, start, length)
            : throw new DeviceTreeException("a property name does not end");
    }

    private string NextString()
    {
        int start = _position;
        int length = _blob.AsSpan(start, _structureEnd - start).IndexOf((byte)0);
        if (length < 0)
        {
            throw new DeviceTreeException("a node name does not end");
        }

        _position = start + ((length + 4) & ~3);
        return Encoding.ASCII.GetString(_blob, start, length);
    }

    private uint NextToken()
    {
        uint token;
        do
        {
            token = NextCell();
        }
        while (token == BlobFormat.Nop);
        return token;
    }

    private uint NextCell()
    {
        if (_position > _structureEnd - sizeof(uint))
        {
            throw new DeviceTreeException("the device tree ends too early");
        }

        uint cell = BinaryPrimitives.ReadUInt32BigEndian(_blob.AsSpan(_position));
        _position += sizeof(uint);
        return cell;
    }

    private uint Header(int index) =>
        BinaryPrimitives.ReadUInt32BigEndian(_blob.AsSpan(index * sizeof(uint)));

    private static int Bounded(ulong value, int limit) =>
        value <= (ulong)limit ? (int)value
            : throw new DeviceTreeException("the device tree is truncated");
}
