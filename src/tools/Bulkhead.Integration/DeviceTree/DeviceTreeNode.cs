// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;

namespace Bulkhead.Integration.DeviceTree;

/// <summary>A node: a name, properties and children, each in order.</summary>
/// <param name="name">Name with unit address; empty for the root.</param>
public sealed class DeviceTreeNode(string name)
{
    private readonly List<DeviceTreeProperty> _properties = [];
    private readonly List<DeviceTreeNode> _children = [];

    /// <summary>Name with unit address; empty for the root.</summary>
    public string Name { get; } = name;

    /// <summary>The properties in order.</summary>
    public IReadOnlyList<DeviceTreeProperty> Properties => _properties;

    /// <summary>The children in order.</summary>
    public IReadOnlyList<DeviceTreeNode> Children => _children;

    /// <summary>This node and all below it, parents first.</summary>
    public IEnumerable<DeviceTreeNode> DescendantsAndSelf =>
        [this, .. _children.SelectMany(child => child.DescendantsAndSelf)];

    /// <summary>The node's phandle, or null when nothing refers to it.</summary>
    public uint? Phandle =>
        (Find("phandle") ?? Find("linux,phandle")) is { CellCount: > 0 } p ? p.Cell(0) : null;

    /// <summary>The property of that name.</summary>
    /// <param name="propertyName">A name.</param>
    /// <returns>The property, or null.</returns>
    public DeviceTreeProperty? Find(string propertyName) =>
        _properties.Find(property => property.Name == propertyName);

    /// <summary>
    /// The child of that name; a unit address may be left out when it is unambiguous.
    /// </summary>
    /// <param name="childName">A name.</param>
    /// <returns>The child, or null.</returns>
    public DeviceTreeNode? Child(string childName) =>
        _children.Find(child => child.Name == childName)
        ?? (childName.Contains('@', StringComparison.Ordinal) ? null
            : _children.Where(child => child.Name.Split('@')[0] == childName)
                .Take(2).ToArray() is [DeviceTreeNode only] ? only : null);

    /// <summary>The node at a path below this one.</summary>
    /// <param name="path">Names parted by slashes; a leading slash means nothing.</param>
    /// <returns>The node, or null.</returns>
    public DeviceTreeNode? At(string path)
    {
        DeviceTreeNode? node = this;
        foreach (string part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node?.Child(part);
        }

        return node;
    }

    /// <summary>Adds a child, or gives the one that is there.</summary>
    /// <param name="childName">Its full name.</param>
    /// <returns>The child.</returns>
    public DeviceTreeNode Add(string childName)
    {
        DeviceTreeNode? child = _children.Find(c => c.Name == childName);
        if (child is null)
        {
            child = new DeviceTreeNode(childName);
            _children.Add(child);
        }

        return child;
    }

    /// <summary>Sets a property, replacing one of the same name.</summary>
    /// <param name="propertyName">Its name.</param>
    /// <param name="value">Its bytes.</param>
    /// <returns>This node.</returns>
    public DeviceTreeNode SetBytes(string propertyName, byte[] value)
    {
        DeviceTreeProperty? property = Find(propertyName);
        if (property is null)
        {
            _properties.Add(new DeviceTreeProperty(propertyName, value));
        }
        else
        {
            property.Value = value;
        }

        return this;
    }

    /// <summary>Sets a property without value: its presence says it.</summary>
    /// <param name="propertyName">Its name.</param>
    /// <returns>This node.</returns>
    public DeviceTreeNode SetFlag(string propertyName) => SetBytes(propertyName, []);

    /// <summary>Sets a property to texts.</summary>
    /// <param name="propertyName">Its name.</param>
    /// <param name="texts">The texts.</param>
    /// <returns>This node.</returns>
    public DeviceTreeNode SetText(string propertyName, params string[] texts) => SetBytes(
        propertyName, Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => text + '\0'))));

    /// <summary>Sets a property to 32-bit cells.</summary>
    /// <param name="propertyName">Its name.</param>
    /// <param name="cells">The cells.</param>
    /// <returns>This node.</returns>
    public DeviceTreeNode SetCells(string propertyName, params uint[] cells)
    {
        byte[] value = new byte[cells.Length * sizeof(uint)];
        for (int i = 0; i < cells.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(i * sizeof(uint)), cells[i]);
        }

        return SetBytes(propertyName, value);
    }

    /// <summary>Sets a property to 64-bit values, two cells each.</summary>
    /// <param name="propertyName">Its name.</param>
    /// <param name="values">The values.</param>
    /// <returns>This node.</returns>
    public DeviceTreeNode SetLongs(string propertyName, params ulong[] values) => SetCells(
        propertyName, [.. values.SelectMany(v => new[] { (uint)(v >> 32), (uint)v })]);

    /// <summary>Removes a property; nothing happens when it is not there.</summary>
    /// <param name="propertyName">Its name.</param>
    public void Remove(string propertyName) =>
        _properties.RemoveAll(property => property.Name == propertyName);

    /// <summary>A copy that shares nothing with this node.</summary>
    /// <returns>The copy.</returns>
    public DeviceTreeNode Clone()
    {
        DeviceTreeNode copy = new(Name);
        foreach (DeviceTreeProperty property in _properties)
        {
            copy.SetBytes(property.Name, [.. property.Value]);
        }

        copy._children.AddRange(_children.Select(child => child.Clone()));
        return copy;
    }
}
