// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Kernel.Tests.Pools;

public class LinkTests
{
    private struct Item
    {
        internal uint Value;
    }

    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Block
    {
        [FieldOffset(8)]
        internal Item First;

        [FieldOffset(16)]
        internal Item Second;
    }

    [Fact]
    public void Leads_to_its_item_in_the_block_and_in_a_copy()
    {
        Block block = default;
        block.Second.Value = 5;
        Link<Item> link = Link<Item>.To(ref block, ref block.Second);
        Block copy = block;
        copy.Second.Value = 6;
        Assert.Equal(5u, link.In(ref block).Value);
        Assert.Equal(6u, link.In(ref copy).Value);
        link.In(ref block).Value = 7;
        Assert.Equal(7u, block.Second.Value);
    }

    [Fact]
    public void Refuses_items_outside_the_block()
    {
        Block[] blocks = new Block[2];
        Assert.True(Link<Item>.To(ref blocks[0], ref blocks[1].First).IsNone);
        Assert.True(Link<Item>.To(ref blocks[1], ref blocks[0].First).IsNone);
        Assert.False(Link<Item>.To(ref blocks[0], ref blocks[0].First).IsNone);
    }

    [Fact]
    public void Zero_is_no_item()
    {
        Assert.True(default(Link<Item>).IsNone);
        Assert.Equal(0u, default(Link<Item>).Offset);
    }

    [Fact]
    public void Links_are_equal_when_they_lead_to_the_same_place()
    {
        Block block = default;
        Link<Item> first = Link<Item>.To(ref block, ref block.First);
        Link<Item> second = Link<Item>.To(ref block, ref block.Second);
        Assert.True(first == Link<Item>.To(ref block, ref block.First));
        Assert.True(first != second);
        Assert.True(
            first.Equals((object)first) && !first.Equals((object)second) && !first.Equals("text"));
        Assert.NotEqual(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void The_first_field_is_at_the_items_place()
    {
        Block block = default;
        block.Second.Value = 11;
        Link<uint> value = Link<Item>.To(ref block, ref block.Second).Reinterpret<uint>();
        Assert.Equal(11u, value.In(ref block));
    }
}
