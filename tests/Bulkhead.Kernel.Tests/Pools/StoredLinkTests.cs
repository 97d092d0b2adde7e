// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Pools;

public class StoredLinkTests
{
    private struct Node
    {
        internal uint Value;
        private StoredLink _next;

        internal Link<Node> Next
        {
            readonly get => _next.As<Node>();
            set => _next = value;
        }
    }

    private struct Block
    {
        internal ulong Head;
        internal Node First;
        internal Node Second;
    }

    [Fact]
    public void It_keeps_its_place()
    {
        Block block = new() { Head = 1 };
        block.Second.Value = 9;
        Assert.True(block.First.Next.IsNone);
        block.First.Next = Link<Node>.To(ref block, ref block.Second);
        Assert.Equal(9u, block.First.Next.In(ref block).Value);
        block.First.Next = default;
        Assert.True(block.First.Next.IsNone);
    }
}
