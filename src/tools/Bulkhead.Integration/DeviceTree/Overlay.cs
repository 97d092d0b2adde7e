// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Integration.DeviceTree;

/// <summary>
/// Applies an overlay to a tree, as boot loaders do: fragments with <c>target</c> or
/// <c>target-path</c>, labels of the tree through <c>__fixups__</c>, references inside the overlay
/// through <c>__local_fixups__</c>.
/// </summary>
public sealed class Overlay
{
    private readonly DeviceTreeNode _tree;
    private readonly DeviceTreeNode _overlay;
    private readonly Dictionary<string, string> _targetPaths = [];

    private Overlay(DeviceTreeNode tree, DeviceTreeNode overlay)
    {
        _tree = tree;
        _overlay = overlay;
    }

    /// <summary>Applies an overlay. The tree is left half-changed when this throws.</summary>
    /// <param name="tree">The tree, which is changed; labels need its <c>__symbols__</c>.</param>
    /// <param name="overlay">The overlay, which is left alone.</param>
    /// <exception cref="DeviceTreeException">A label, path or phandle leads nowhere.</exception>
    public static void Apply(DeviceTreeNode tree, DeviceTreeNode overlay)
    {
        Overlay merge = new(tree, overlay.Clone());
        merge.ShiftPhandles();
        merge.ResolveLabels();
        merge.MergeFragments();
        merge.MergeSymbols();
    }

    // The overlay numbered its phandles from 1 on its own: move them past those of the tree.
    private void ShiftPhandles()
    {
        uint shift = HighestPhandle();
        foreach (DeviceTreeNode node in _overlay.DescendantsAndSelf)
        {
            foreach (string name in new[] { "phandle", "linux,phandle" })
            {
                if (node.Find(name) is { CellCount: > 0 } property)
                {
                    node.SetCells(name, property.Cell(0) + shift);
                }
            }
        }

        if (_overlay.Child("__local_fixups__") is DeviceTreeNode fixups)
        {
            ShiftReferences(fixups, _overlay, shift);
        }
    }

    private static void ShiftReferences(DeviceTreeNode fixups, DeviceTreeNode target, uint shift)
    {
        foreach (DeviceTreeProperty fixup in fixups.Properties)
        {
            DeviceTreeProperty property = target.Find(fixup.Name)
                ?? throw new DeviceTreeException($"the overlay has no property `{fixup.Name}`");
            for (int i = 0; i < fixup.CellCount; i++)
            {
                int offset = checked((int)fixup.Cell(i));
                PatchCell(property, offset, ReadCell(property, offset) + shift);
            }
        }

        foreach (DeviceTreeNode child in fixups.Children)
        {
            ShiftReferences(child, target.Child(child.Name)
                ?? throw new DeviceTreeException($"the overlay has no node `{child.Name}`"), shift);
        }
    }

    private void ResolveLabels()
    {
        foreach (DeviceTreeProperty fixup in _overlay.Child("__fixups__")?.Properties ?? [])
        {
            string path = _tree.Child("__symbols__")?.Find(fixup.Name)?.Text
                ?? throw new DeviceTreeException($"the device tree has no label `{fixup.Name}`");
            DeviceTreeNode target = _tree.At(path)
                ?? throw new DeviceTreeException($"label `{fixup.Name}` leads nowhere");
            uint phandle = PhandleOf(target);
            foreach (string place in fixup.Texts)
            {
                ResolvePlace(place, phandle);
            }
        }
    }

    // A place is PATH:PROPERTY:OFFSET.
    private void ResolvePlace(string place, uint phandle)
    {
        string[] parts = place.Split(':');
        if (parts.Length != 3 || !int.TryParse(parts[2], NumberStyles.None,
            CultureInfo.InvariantCulture, out int offset))
        {
            throw new DeviceTreeException($"`{place}` is not a place to resolve a label");
        }

        DeviceTreeProperty property = _overlay.At(parts[0])?.Find(parts[1])
            ?? throw new DeviceTreeException($"the overlay has no `{parts[0]}:{parts[1]}`");
        PatchCell(property, offset, phandle);
    }

    private void MergeFragments()
    {
        int count = 0;
        foreach (DeviceTreeNode fragment in _overlay.Children)
        {
            if (fragment.Child("__overlay__") is DeviceTreeNode content)
            {
                Merge(FindTarget(fragment), content);
                count++;
            }
        }

        if (count == 0)
        {
            throw new DeviceTreeException("the overlay has no fragments");
        }
    }

    private DeviceTreeNode FindTarget(DeviceTreeNode fragment)
    {
        string path = fragment.Find("target-path")?.Text ?? PathOfPhandle(
            fragment.Find("target")?.Cell(0)
            ?? throw new DeviceTreeException($"`{fragment.Name}` has no target"));
        _targetPaths[fragment.Name] = path.TrimEnd('/');
        return _tree.At(path)
            ?? throw new DeviceTreeException($"the device tree has no node `{path}`");
    }

    private string PathOfPhandle(uint phandle) => FindPath(_tree, "", phandle)
        ?? throw new DeviceTreeException($"the device tree has no node with phandle {phandle}");

    private static string? FindPath(DeviceTreeNode node, string path, uint phandle) =>
        node.Phandle == phandle ? path.Length == 0 ? "/" : path
            : node.Children.Select(child => FindPath(child, $"{path}/{child.Name}", phandle))
                .FirstOrDefault(found => found is not null);

    private static void Merge(DeviceTreeNode target, DeviceTreeNode content)
    {
        foreach (DeviceTreeProperty property in content.Properties)
        {
            // The target's own phandle stays: others in the tree refer to it.
            if (target.Phandle is null || property.Name is not ("phandle" or "linux,phandle"))
            {
                target.SetBytes(property.Name, property.Value);
            }
        }

        foreach (DeviceTreeNode child in content.Children)
        {
            Merge(target.Add(child.Name), child);
        }
    }

    // A label inside a fragment becomes a label of the tree, so that later overlays can use it.
    private void MergeSymbols()
    {
        const string Content = "/__overlay__";
        foreach (DeviceTreeProperty symbol in _overlay.Child("__symbols__")?.Properties ?? [])
        {
            string path = symbol.Text;
            int split = path.IndexOf(Content, StringComparison.Ordinal);
            if (split > 0 && _targetPaths.TryGetValue(path[1..split], out string? target))
            {
                _tree.Add("__symbols__").SetText(
                    symbol.Name, target + path[(split + Content.Length)..]);
            }
        }
    }

    private uint HighestPhandle() =>
        _tree.DescendantsAndSelf.Max(node => node.Phandle ?? 0);

    private uint PhandleOf(DeviceTreeNode node)
    {
        if (node.Phandle is uint phandle)
        {
            return phandle;
        }

        uint next = _overlay.DescendantsAndSelf
            .Aggregate(HighestPhandle(), (max, n) => Math.Max(max, n.Phandle ?? 0)) + 1;
        node.SetCells("phandle", next);
        return next;
    }

    private static uint ReadCell(DeviceTreeProperty property, int offset) =>
        offset % sizeof(uint) == 0 ? property.Cell(offset / sizeof(uint))
            : throw new DeviceTreeException($"offset {offset} in `{property.Name}` is not aligned");

    private static void PatchCell(DeviceTreeProperty property, int offset, uint value)
    {
        ReadCell(property, offset);
        global::System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(
            property.Value.AsSpan(offset), value);
    }
}
