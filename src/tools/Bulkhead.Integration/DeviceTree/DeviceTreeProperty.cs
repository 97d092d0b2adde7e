// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace Bulkhead.Integration.DeviceTree;

/// <summary>A property: a name and bytes, whose meaning the binding gives.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its bytes; cells are big-endian (Devicetree Specification 0.4,
/// 2.2.4).</param>
public sealed class DeviceTreeProperty(string name, byte[] value)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its bytes.</summary>
    public byte[] Value { get; set; } = value;

    /// <summary>How many whole cells the value holds.</summary>
    public int CellCount => Value.Length / sizeof(uint);

    /// <summary>A cell of the value.</summary>
    /// <param name="index">Which, from 0.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="DeviceTreeException">The value is shorter.</exception>
    public uint Cell(int index)
    {
        if (index < 0 || index >= CellCount)
        {
            throw new DeviceTreeException($"property `{Name}` has no cell {index}");
        }

        return BinaryPrimitives.ReadUInt32BigEndian(Value.AsSpan(index * sizeof(uint)));
    }

    /// <summary>The value as one text, without the final zero.</summary>
    public string Text => Encoding.UTF8.GetString(Value).TrimEnd('\0');

    /// <summary>The value as a list of texts.</summary>
    public IReadOnlyList<string> Texts => Value.Length == 0 ? [] : Text.Split('\0');
}
