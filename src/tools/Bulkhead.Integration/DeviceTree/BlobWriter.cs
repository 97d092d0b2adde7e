// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace Bulkhead.Integration.DeviceTree;

/// <summary>Writes a tree in the flattened format that operating systems read.</summary>
public sealed class BlobWriter
{
    private readonly List<byte> _structure = [];
    private readonly List<byte> _strings = [];
    private readonly Dictionary<string, uint> _stringOffsets = [];

    private BlobWriter()
    {
    }

    /// <summary>Flattens a tree.</summary>
    /// <param name="root">The root.</param>
    /// <param name="bootCpu">Hardware id of the boot processor.</param>
    /// <returns>The blob; its length is a multiple of eight.</returns>
    public static byte[] Write(DeviceTreeNode root, uint bootCpu = 0)
    {
        BlobWriter writer = new();
        writer.WriteNode(root);
        writer.WriteCell(BlobFormat.End);
        return writer.Assemble(bootCpu);
    }

    private void WriteNode(DeviceTreeNode node)
    {
        WriteCell(BlobFormat.BeginNode);
        _structure.AddRange(Encoding.ASCII.GetBytes(node.Name + '\0'));
        PadStructure();
        foreach (DeviceTreeProperty property in node.Properties)
        {
            WriteCell(BlobFormat.Property);
            WriteCell((uint)property.Value.Length);
            WriteCell(StringOffset(property.Name));
            _structure.AddRange(property.Value);
            PadStructure();
        }

        foreach (DeviceTreeNode child in node.Children)
        {
            WriteNode(child);
        }

        WriteCell(BlobFormat.EndNode);
    }

    private uint StringOffset(string name)
    {
        if (!_stringOffsets.TryGetValue(name, out uint offset))
        {
            offset = (uint)_strings.Count;
            _stringOffsets.Add(name, offset);
            _strings.AddRange(Encoding.ASCII.GetBytes(name + '\0'));
        }

        return offset;
    }

    private void WriteCell(uint value)
    {
        Span<byte> cell = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(cell, value);
        _structure.AddRange(cell);
    }

    private void PadStructure()
    {
        while (_structure.Count % sizeof(uint) != 0)
        {
            _structure.Add(0);
        }
    }

    // Order: header, empty memory reservations (8-byte aligned), structure, strings.
    private byte[] Assemble(uint bootCpu)
    {
        const int StructureOffset = BlobFormat.HeaderSize + BlobFormat.ReservationEntrySize;
        int stringsOffset = StructureOffset + _structure.Count;
        int size = (stringsOffset + _strings.Count + 7) & ~7;
        byte[] blob = new byte[size];
        uint[] header =
        [
            BlobFormat.Magic, (uint)size, StructureOffset, (uint)stringsOffset,
            BlobFormat.HeaderSize, BlobFormat.Version, BlobFormat.CompatibleVersion, bootCpu,
            (uint)_strings.Count, (uint)_structure.Count,
        ];
        for (int i = 0; i < header.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(blob.AsSpan(i * sizeof(uint)), header[i]);
        }

        _structure.CopyTo(blob, StructureOffset);
        _strings.CopyTo(blob, stringsOffset);
        return blob;
    }
}
