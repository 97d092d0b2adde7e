// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.Kernel.Tests.Pools;

public class RunTests
{
    [InlineArray(8)]
    private struct Items
    {
        private ulong _element;
    }

    [StructLayout(LayoutKind.Explicit, Size = 128)]
    private struct Block
    {
        [FieldOffset(8)]
        internal Items Items;
    }

    [Fact]
    public void Every_index_leads_to_its_item_and_back()
    {
        Block block = default;
        for (int index = 0; index < 8; index++) block.Items[index] = (ulong)index * 3;
        Run<ulong> run = Run<ulong>.Over<Block>(ref block, block.Items);
        Assert.Equal(8u, run.Count);
        for (uint index = 0; index < 8; index++)
        {
            Assert.Equal(index * 3ul, run.At(index).In(ref block));
            Assert.Equal(index, run.IndexOf(run.At(index)));
        }
    }

    [Theory]
    [InlineData(8ul)]
    [InlineData(uint.MaxValue)]
    [InlineData(1ul << 32)]
    [InlineData((1ul << 32) + 3)]
    [InlineData(ulong.MaxValue)]
    public void An_index_outside_is_none(ulong index)
    {
        Block block = default;
        Assert.True(Run<ulong>.Over<Block>(ref block, block.Items).At(index).IsNone);
    }

    [Fact]
    public void Items_elsewhere_make_no_run()
    {
        Block block = default;
        Run<ulong> run = Run<ulong>.Over<Block>(ref block, new ulong[4]);
        Assert.Equal(0u, run.Count);
        Assert.True(run.At(0).IsNone);
    }

    [Fact]
    public void A_link_outside_has_no_index()
    {
        Block block = default;
        Run<ulong> run = Run<ulong>.Over<Block>(ref block, ((Span<ulong>)block.Items)[2..6]);
        Assert.Equal(uint.MaxValue, run.IndexOf(Link<ulong>.To(ref block, ref block.Items[1])));
        Assert.Equal(uint.MaxValue, run.IndexOf(Link<ulong>.To(ref block, ref block.Items[6])));
        Assert.Equal(3u, run.IndexOf(Link<ulong>.To(ref block, ref block.Items[5])));
    }
}
