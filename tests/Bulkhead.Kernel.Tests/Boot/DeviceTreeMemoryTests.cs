// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Text;
using Bulkhead.Kernel.Boot;

namespace Bulkhead.Kernel.Tests.Boot;

[Verifies("R-STATE-1")]
public class DeviceTreeMemoryTests
{
    private const ulong Base = 0x4000_0000;
    private const ulong Bytes = 0x2000_0000;

    [Fact]
    public void The_bank_of_an_address_has_an_end()
    {
        byte[] tree = new Tree().Cells(2, 2).Memory([0, 0x4000_0000, 0, 0x2000_0000]).ToBytes();
        Assert.Equal(Base + Bytes, DeviceTreeMemory.FindBankEnd(tree, Base));
        Assert.Equal(Base + Bytes, DeviceTreeMemory.FindBankEnd(tree, Base + Bytes - 1));
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree, Base + Bytes));
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree, Base - 1));
    }

    [Theory]
    [InlineData(1u, 1u, new uint[] { 0x4000_0000, 0x2000_0000 })]
    [InlineData(2u, 1u, new uint[] { 0, 0x4000_0000, 0x2000_0000 })]
    [InlineData(1u, 2u, new uint[] { 0x4000_0000, 0, 0x2000_0000 })]
    public void Addresses_and_sizes_have_the_roots_cells(uint addresses, uint sizes, uint[] cells)
    {
        byte[] tree = new Tree().Cells(addresses, sizes).Memory(cells).ToBytes();
        Assert.Equal(Base + Bytes, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Fact]
    public void Several_banks_and_nodes_are_looked_through()
    {
        byte[] tree = new Tree().Cells(2, 2)
            .Node("cpus", "reg", [1, 2, 3, 4])
            .Memory([0, 0x1000_0000, 0, 0x1000, 0, 0x4000_0000, 0, 0x2000_0000])
            .Memory([1, 0, 1, 0])
            .ToBytes();
        Assert.Equal(0x1000_1000ul, DeviceTreeMemory.FindBankEnd(tree, 0x1000_0800));
        Assert.Equal(Base + Bytes, DeviceTreeMemory.FindBankEnd(tree, Base));
        Assert.Equal(0x2_0000_0000ul, DeviceTreeMemory.FindBankEnd(tree, 0x1_8000_0000));
    }

    [Theory]
    [InlineData(0u, 2u)]
    [InlineData(3u, 2u)]
    [InlineData(2u, 0u)]
    [InlineData(uint.MaxValue, uint.MaxValue)]
    public void Impossible_cells_tell_nothing(uint addresses, uint sizes)
    {
        byte[] tree =
            new Tree().Cells(addresses, sizes).Memory([0, 0x4000_0000, 0, 0x2000_0000]).ToBytes();
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Theory]
    [InlineData(1u, 0u, new uint[] { 0x4000_0000, 0x2000_0000 })]
    [InlineData(3u, 1u, new uint[] { 0x4000_0000, 0, 0, 0x2000_0000 })]
    [InlineData(1u, 3u, new uint[] { 0x4000_0000, 0x2000_0000, 0, 0 })]
    public void One_impossible_count_of_cells_is_enough_to_tell_nothing(
        uint addresses, uint sizes, uint[] cells)
    {
        byte[] tree = new Tree().Cells(addresses, sizes).Memory(cells).ToBytes();
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Theory]
    [InlineData("#address-cells")]
    [InlineData("#size-cells")]
    public void Cells_that_another_node_counts_are_not_the_roots(string property)
    {
        byte[] tree = new Tree().Cells(2, 2).Node("cpus", property, [1])
            .Memory([0, 0x4000_0000, 0, 0x2000_0000]).ToBytes();
        Assert.Equal(Base + Bytes, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Fact]
    public void Other_properties_of_the_root_do_not_count_cells()
    {
        byte[] tree = new Tree().Cells(2, 2).RootProperty("interrupt-parent", [1])
            .Memory([0, 0x4000_0000, 0, 0x2000_0000]).ToBytes();
        Assert.Equal(Base + Bytes, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Fact]
    public void The_tree_ends_with_its_root()
    {
        byte[] tree = new Tree().Cells(2, 2).AfterRoot()
            .Memory([0, 0x4000_0000, 0, 0x2000_0000]).ToBytes();
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Fact]
    public void The_last_word_of_the_bytes_is_read()
    {
        byte[] tree = new Tree().Cells(2, 2).Memory([0, 0x4000_0000, 0, 0x2000_0000])
            .ToBytes(stringsFirst: true);
        // Behind the bank's size come the ends of the node, of the root and of the tree.
        byte[] cut = tree[..^12];
        Assert.Equal(Base + Bytes, DeviceTreeMemory.FindBankEnd(cut, Base));
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(cut.AsSpan(0, cut.Length - 1), Base));
    }

    [Fact]
    public void A_property_whose_length_leads_back_to_it_ends_the_walk()
    {
        byte[] tree = new Tree().Cells(2, 2).Memory([0, 0x4000_0000, 0, 0x2000_0000]).ToBytes();
        // The first property, behind the header and the root's beginning: its value begins twelve
        // bytes behind it.
        BinaryPrimitives.WriteUInt32BigEndian(tree.AsSpan(40 + 8 + 4), unchecked((uint)-12));
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Fact]
    public void A_bank_that_wraps_tells_nothing()
    {
        byte[] tree =
            new Tree().Cells(2, 2).Memory([0, 0x4000_0000, uint.MaxValue, uint.MaxValue]).ToBytes();
        Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree, Base));
    }

    [Fact]
    public void Damaged_trees_end_and_tell_nothing_or_a_bank()
    {
        byte[] tree = new Tree().Cells(2, 2).Node("cpus", "reg", [1])
            .Memory([0, 0x4000_0000, 0, 0x2000_0000]).ToBytes();
        Random random = new(9);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] damaged = [.. tree];
            for (int count = random.Next(1, 4); count > 0; count--)
            {
                damaged[random.Next(damaged.Length)] = random.Next(2) == 0 ? (byte)random.Next(256)
                    : (byte)0xff;
            }
            DeviceTreeMemory.FindBankEnd(damaged.AsSpan(0, random.Next(damaged.Length + 1)), Base);
        }
        for (int length = 0; length < tree.Length - 40; length++)
        {
            Assert.Equal(0ul, DeviceTreeMemory.FindBankEnd(tree.AsSpan(0, length), Base));
        }
    }

    /// <summary>Writes a flattened device tree of a root and nodes below it.</summary>
    private sealed class Tree
    {
        private readonly List<byte> _structure = [];
        private readonly List<byte> _strings = [];

        internal Tree() => Begin("");

        internal Tree Cells(uint addresses, uint sizes)
        {
            Property("#address-cells", [addresses]);
            Property("#size-cells", [sizes]);
            return this;
        }

        internal Tree Memory(uint[] cells) => Node($"memory@{cells[1]:x}", "reg", cells);

        internal Tree Node(string name, string property, uint[] cells)
        {
            Begin(name);
            Property("device_type", [0x6d65_6d6f]);
            Word(4);
            Property(property, cells);
            Word(2);
            return this;
        }

        internal Tree RootProperty(string name, uint[] cells)
        {
            Property(name, cells);
            return this;
        }

        /// <summary>Ends the root and begins another.</summary>
        internal Tree AfterRoot()
        {
            Word(2);
            Begin("");
            return this;
        }

        internal byte[] ToBytes(bool stringsFirst = false)
        {
            Word(2);
            Word(9);
            while (_strings.Count % 4 != 0) _strings.Add(0);
            uint structure = 40 + (stringsFirst ? (uint)_strings.Count : 0);
            uint strings = 40 + (stringsFirst ? 0 : (uint)_structure.Count);
            List<byte> tree = [];
            foreach (uint word in new[] { 0xd00d_feed, 0u, structure, strings, 0u, 17u, 16u, 0u, 0u,
                0u })
            {
                Add(tree, word);
            }
            return stringsFirst ? [.. tree, .. _strings, .. _structure]
                : [.. tree, .. _structure, .. _strings];
        }

        private static void Add(List<byte> bytes, uint word)
        {
            byte[] buffer = new byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(buffer, word);
            bytes.AddRange(buffer);
        }

        private void Word(uint word) => Add(_structure, word);

        private void Begin(string name)
        {
            Word(1);
            _structure.AddRange(Encoding.ASCII.GetBytes(name));
            _structure.Add(0);
            while (_structure.Count % 4 != 0) _structure.Add(0);
        }

        private void Property(string name, uint[] cells)
        {
            Word(3);
            Word((uint)cells.Length * 4);
            Word((uint)_strings.Count);
            _strings.AddRange(Encoding.ASCII.GetBytes(name));
            _strings.Add(0);
            foreach (uint cell in cells) Word(cell);
        }
    }
}
