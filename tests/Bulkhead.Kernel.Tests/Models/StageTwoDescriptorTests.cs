// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Models;

public class StageTwoDescriptorTests
{
    [Fact]
    public void Every_access_comes_back()
    {
        for (uint access = 0; access < 16; access++)
        {
            for (int level = 2; level <= 3; level++)
            {
                var leaf = StageTwoDescriptor.Leaf(0x4020_0000, (MemoryAccess)access, level);
                Assert.Equal((MemoryAccess)access, leaf.Access);
                Assert.Equal(0x4020_0000ul, leaf.Address);
                Assert.True(leaf.IsValid && leaf.IsLeafOf(level));
                Assert.Equal(level == 3, leaf.IsTable);
            }
        }
    }

    [Fact]
    public void Encodings_are_those_of_the_architecture()
    {
        Assert.Equal(0x4000_0003ul, StageTwoDescriptor.Table(0x4000_0000).Value);
        // Normal write-back memory, inner shareable, read and write, execute never, access flag.
        Assert.Equal(
            0x0040_0000_4000_07ffUL,
            StageTwoDescriptor.Leaf(0x4000_0000, MemoryAccess.Read | MemoryAccess.Write, 3).Value);
    }

    [Fact]
    public void A_large_leaf_is_aligned()
    {
        Assert.False(StageTwoDescriptor.Leaf(0x4000_1000, MemoryAccess.Read, 2).IsLeafOf(2));
        Assert.True(StageTwoDescriptor.Leaf(0x4000_1000, MemoryAccess.Read, 3).IsLeafOf(3));
        Assert.False(default(StageTwoDescriptor).IsLeafOf(3));
        using SimulatedMachine machine = new();
        Assert.Throws<SimulationException>(
            () => SimulatedAsp.EncodeLeaf(new(0x4000_1000), MemoryAccess.Read, 2));
    }
}
