// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Health;
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Kernel.Tests.Memory;

[Verifies("R-FLOW-2", "I9", "I11")]
public class StageTwoTests
{
    private const ulong Block = 2ul << 20;
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;

    [Fact]
    public void Large_pages_are_used_where_range_and_target_allow()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, 4 * Block);
        kernel.Map(domain, segment, 0, 0x4000_0000, 2 * Block, ReadWrite).Succeeds();
        kernel.Map(domain, segment, 0x1000, 0x5000_0000, 2 * Block, ReadWrite).Succeeds();
        kernel.Map(domain, segment, Block - 0x1000, 0x6000_0000 - 0x1000, Block + 0x2000, ReadWrite)
            .Succeeds();
        Assert.Equal(Block, kernel.Translate(domain, 0x4000_0000)!.Value.LeafBytes);
        Assert.Equal(Limits.PageBytes, kernel.Translate(domain, 0x5000_0000)!.Value.LeafBytes);
        Assert.Equal(Limits.PageBytes, kernel.Translate(domain, 0x5fff_f000)!.Value.LeafBytes);
        Assert.Equal(Block, kernel.Translate(domain, 0x6000_0000)!.Value.LeafBytes);
        Assert.Equal(
            Limits.PageBytes, kernel.Translate(domain, 0x6000_0000 + Block)!.Value.LeafBytes);
        Assert.Null(kernel.Translate(domain, 0x6000_0000 + Block + 0x1000));
    }

    [Theory]
    [InlineData(MemoryAccess.Read)]
    [InlineData(MemoryAccess.Read | MemoryAccess.Write)]
    [InlineData(MemoryAccess.Read | MemoryAccess.Execute)]
    [InlineData(MemoryAccess.Write)]
    [InlineData(MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute)]
    public void The_hardware_sees_the_access_that_was_asked_for(MemoryAccess access)
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, Block);
        kernel.Map(domain, segment, 0, 0x4000_0000, Block, access).Succeeds();
        kernel.Map(domain, segment, 0x3000, 0x10_0000_0000, 0x1000, access).Succeeds();
        Assert.Equal(new Translation(BootImage.RamAddress + 0x1234, access, Block),
            kernel.Translate(domain, 0x4000_1234));
        Assert.Equal(new Translation(BootImage.RamAddress + 0x3008, access, 0x1000),
            kernel.Translate(domain, 0x10_0000_0008));
    }

    [Fact]
    public void Device_registers_keep_their_memory_type()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        kernel.Map(domain, Selectors.BootSegments + 3, 0, 0x0900_0000, 0x1000, ReadWrite)
            .Succeeds();
        Assert.Equal(
            ReadWrite | MemoryAccess.Device, kernel.Translate(domain, 0x0900_0000)!.Value.Access);
    }

    [Fact]
    public void What_a_mapping_takes_its_removal_gives_back()
    {
        using KernelHarness kernel = new();
        Random random = new(3);
        uint segment = kernel.CreateSegment(0, 32ul << 20);
        for (int round = 0; round < 60; round++)
        {
            uint selector = kernel.CreateDomain(tablePages: 60);
            Link<Bulkhead.Kernel.Objects.ProtectionDomain> domain = kernel.DomainOf(selector);
            for (int count = 0; count < 3; count++)
            {
                ulong address = ((ulong)count << 30) + ((ulong)random.Next(1 << 18) << 12);
                ulong offset = (ulong)random.Next(1 << 10) << 12;
                if (random.Next(2) == 0) offset = (offset & ~(Block - 1)) + (address & (Block - 1));
                ulong bytes = (ulong)random.Next(1, 3000) << 12;
                kernel.Map(selector, segment, offset, address, bytes, ReadWrite).Succeeds();
                Assert.True(domain.In(ref kernel.State).TablePagesUsed > 1);
                kernel.Call(Hypercall.Unmap, selector, address, bytes).Succeeds();
                Assert.Equal(1, (int)domain.In(ref kernel.State).TablePagesUsed);
            }
            kernel.Call(Hypercall.Discard, selector).Succeeds();
        }
    }

    [Fact]
    public void A_cached_translation_dies_with_its_mapping()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain();
        uint segment = kernel.CreateSegment(0, Block);
        kernel.Map(domain, segment, 0, 0x4000_0000, Block, ReadWrite).Succeeds();
        Assert.NotNull(kernel.Translate(domain, 0x4000_0000));
        Assert.NotEqual(0, kernel.Machine.Walker.CachedCount);
        kernel.Call(Hypercall.Unmap, domain, 0x4000_0000, Block).Succeeds();
        Assert.Null(kernel.Translate(domain, 0x4000_0000));
        // A small page may now stand where the large one was: the middle table is a new one.
        kernel.Map(domain, segment, 0x5000, 0x4000_0000, 0x1000, MemoryAccess.Read).Succeeds();
        Assert.Equal(
            BootImage.RamAddress + 0x5000, kernel.Translate(domain, 0x4000_0000)!.Value.Address);
    }

    [Fact]
    public void An_entry_that_is_taken_is_left_alone()
    {
        using KernelHarness kernel = new();
        Mapping row = RowOf(kernel);
        Enter(kernel, ref row);
        Assert.Equal(0x1000ul, row.Entered);
        Mapping other = row;
        other.Entered = 0;
        other.Target = new HostPhysicalAddress(BootImage.RamAddress + 0x5000);
        Assert.Equal(
            Reason.AlreadyMapped, StageTwo<SimulatedAsp>.Extend(ref kernel.State, ref other));
        Assert.Equal(0ul, other.Entered);
    }

    [Fact]
    public void Unmapping_what_is_not_mapped_stops_the_machine()
    {
        using KernelHarness kernel = new();
        Mapping row = RowOf(kernel);
        Enter(kernel, ref row);
        row.Address = new GuestPhysicalAddress(0x4000_1000);
        KernelPanicException panic = Assert.Throws<KernelPanicException>(
            () => StageTwo<SimulatedAsp>.Shrink(ref kernel.State, ref row));
        Assert.Equal(Invariant.MappingFits, panic.Invariant);
    }

    // Two tables and a leaf.
    private static void Enter(KernelHarness kernel, ref Mapping row)
    {
        for (int step = 0; step < 3; step++)
        {
            Assert.Equal(Reason.None, StageTwo<SimulatedAsp>.Extend(ref kernel.State, ref row));
        }
    }

    private static Mapping RowOf(KernelHarness kernel) => new()
    {
        Domain = kernel.DomainOf(kernel.CreateDomain()),
        Address = new GuestPhysicalAddress(0x4000_0000),
        Bytes = 0x1000,
        Target = new HostPhysicalAddress(BootImage.RamAddress),
        Access = MemoryAccess.Read,
    };

    [Theory]
    [InlineData(512, 512, 4)]
    [InlineData(3, 512, 3)]
    [InlineData(512, 2, 2)]
    [InlineData(4, 4, 4)]
    public void A_step_is_four_leaves_of_a_table_at_most(int inTable, ulong inMapping, int count) =>
        Assert.Equal(count, StageTwo<SimulatedAsp>.LeavesInStep(inTable, inMapping));
}
