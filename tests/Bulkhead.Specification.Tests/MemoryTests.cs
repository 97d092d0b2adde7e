// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Tests;

public sealed class MemoryTests
{
    private const ulong Address = 1ul << 30;
    private const ulong Block = 2 << 20;

    private readonly TestSystem _system = new();

    [Theory]
    [InlineData(Reason.Misaligned, 0ul, 1ul, Limits.PageBytes)]
    [InlineData(Reason.EmptyRange, 0ul, Address, 0ul)]
    [InlineData(Reason.OutsideSegment, 64ul << 20, Address, Limits.PageBytes)]
    [InlineData(Reason.OutsideAddressSpace, 0ul, 1ul << 39, Limits.PageBytes)]
    public void ARangeMustFit(Reason reason, ulong offset, ulong address, ulong bytes) =>
        _system.Refuse(
            reason, Hypercall.Map, TestSystem.Own, TestSystem.Memory, offset, address, bytes, 1);

    [Fact]
    public void AnAddressIsMappedOnceAndUnmappedWhole()
    {
        Map(Address, 2 * Limits.PageBytes);
        _system.Refuse(
            Reason.AlreadyMapped, Hypercall.Map, TestSystem.Own, TestSystem.Memory, 0,
            Address + Limits.PageBytes, Limits.PageBytes, 1);
        _system.Refuse(
            Reason.NotMapped, Hypercall.Unmap, TestSystem.Own, Address, Limits.PageBytes);
        _system.Succeed(Hypercall.Unmap, TestSystem.Own, Address, 2 * Limits.PageBytes);
    }

    // A mapping of the same range is found before a row is looked for.
    [Fact]
    public void WithoutRowsTheSameRangeIsStillMapped()
    {
        Map(Address, Limits.PageBytes);
        Capacities capacities = new()
        {
            TablePagesMax = 96, MappingsMax = _system.State.Usage.Mappings,
        };
        TestSystem full = new(capacities);
        full.Succeed(
            Hypercall.Map, TestSystem.Own, TestSystem.Memory, 0, Address, Limits.PageBytes, 1);
        full.Refuse(
            Reason.AlreadyMapped, Hypercall.Map, TestSystem.Own, TestSystem.Memory, 0, Address,
            Limits.PageBytes, 1);
        full.Refuse(
            Reason.PoolExhausted, Hypercall.Map, TestSystem.Own, TestSystem.Memory, 0, Address,
            2 * Limits.PageBytes, 1);
    }

    [Fact]
    public void AccessIsBoundedByTheSegment() =>
        _system.Refuse(
            Reason.AccessDenied, Hypercall.Map, TestSystem.Own, TestSystem.Image, 0, Address,
            Limits.PageBytes, (ulong)MemoryAccess.Write);

    [Fact]
    public void TablesAreCountedByGigabyteAndBlock()
    {
        int before = Used;
        Map(Address, Block);
        Assert.Equal(before + 1, Used);
        Map(Address + Block, Limits.PageBytes);
        Assert.Equal(before + 2, Used);
        _system.Succeed(Hypercall.Unmap, TestSystem.Own, Address, Block);
        _system.Succeed(
            Hypercall.Unmap, TestSystem.Own, Address + Block, Limits.PageBytes);
        Assert.Equal(before, Used);
    }

    private int Used => _system.Object<ProtectionDomain>(TestSystem.Own).TablePagesUsed;

    private void Map(ulong address, ulong bytes) =>
        _system.Succeed(
            Hypercall.Map, TestSystem.Own, TestSystem.Memory, 0, address, bytes, 1);
}
