// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Kernel.Tests.Memory;

/// <summary>Random maps and unmaps of two domains against a dictionary of pages, seen through the
/// hardware's own walker and caches.</summary>
[Verifies("R-FLOW-2", "I2", "I11")]
public class MappingModelTests
{
    private const ulong Base = 0x4000_0000 - (4ul << 20);
    private const int WindowPages = 8192;

    /// <summary>A step: which domain, what, where, how much.</summary>
    public sealed record Step(int Domain, bool IsMap, int Page, int Offset, int Pages, int Access);

    [Fact]
    public void The_hardware_sees_exactly_what_was_mapped()
    {
        Gen<int> position = Gen.OneOf(
            Gen.Choose(0, WindowPages - 1), Gen.Choose(0, 15).Select(block => block * 512));
        Gen<int> size = Gen.OneOf(Gen.Choose(1, 20),
            Gen.Choose(1, 3).Select(blocks => blocks * 512), Gen.Choose(500, 1100));
        Gen<Step> step =
            from domain in Gen.Choose(0, 1)
            from kind in Gen.Choose(0, 2)
            from page in position
            from offset in position
            from pages in size
            from access in Gen.Choose(1, 7)
            select new Step(domain, kind != 0, page, offset, pages, access);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(40).WithEndSize(60);
        Check.One(config, Prop.ForAll(Gen.ListOf(step).ToArbitrary(), Agrees));
    }

    private static bool Agrees(IList<Step> steps)
    {
        using World world = new();
        foreach (Step step in steps) world.Do(step);
        world.UnmapAll();
        return true;
    }

    private sealed class World : IDisposable
    {
        private readonly KernelHarness _kernel = new();
        private readonly uint[] _domains = new uint[2];
        private readonly Dictionary<ulong, (ulong Target, MemoryAccess Access)>[] _pages = [[], []];
        private readonly List<(int Domain, ulong Address, ulong Bytes)> _mappings = [];
        private readonly uint _segment;
        private readonly int _freeAtStart;

        internal World()
        {
            for (int index = 0; index < 2; index++)
            {
                _domains[index] = _kernel.CreateDomain(tablePages: 12);
            }
            _segment = _kernel.CreateSegment(0, WindowPages * Limits.PageBytes);
            _freeAtStart = TableAllocator.CountFree(ref _kernel.State);
        }

        public void Dispose() => _kernel.Dispose();

        internal void Do(Step step)
        {
            if (step.IsMap) Map(step);
            else if (_mappings.Count != 0) Unmap(_mappings[step.Page % _mappings.Count]);
            Probe(step);
        }

        internal void UnmapAll()
        {
            while (_mappings.Count != 0) Unmap(_mappings[^1]);
            Assert.Equal(_freeAtStart, TableAllocator.CountFree(ref _kernel.State));
        }

        private void Map(Step step)
        {
            ulong address = Base + ((ulong)step.Page * Limits.PageBytes);
            ulong offset = (ulong)step.Offset * Limits.PageBytes,
                bytes = (ulong)step.Pages * Limits.PageBytes;
            Dictionary<ulong, (ulong, MemoryAccess)> pages = _pages[step.Domain];
            CallResult result = _kernel.Map(
                _domains[step.Domain], _segment, offset, address, bytes, (MemoryAccess)step.Access);
            bool isInside = step.Offset + step.Pages <= WindowPages;
            bool isFree = true;
            for (ulong at = 0; at < bytes; at += Limits.PageBytes)
            {
                isFree &= !pages.ContainsKey(address + at);
            }
            if (result.Reason == Reason.TableQuota) return;
            Assert.Equal(isInside && isFree, result.Code.IsSuccess);
            if (!result.Code.IsSuccess) return;
            for (ulong at = 0; at < bytes; at += Limits.PageBytes)
            {
                pages[address + at] =
                    (BootImage.RamAddress + offset + at, (MemoryAccess)step.Access);
            }
            _mappings.Add((step.Domain, address, bytes));
        }

        private void Unmap((int Domain, ulong Address, ulong Bytes) mapping)
        {
            _kernel.Call(Hypercall.Unmap, _domains[mapping.Domain], mapping.Address, mapping.Bytes)
                .Succeeds();
            for (ulong at = 0; at < mapping.Bytes; at += Limits.PageBytes)
            {
                _pages[mapping.Domain].Remove(mapping.Address + at);
            }
            _mappings.Remove(mapping);
        }

        // The pages around the step in both domains, through the caches.
        private void Probe(Step step)
        {
            for (int page = step.Page - 3; page < step.Page + step.Pages + 3;
                page += 1 + (step.Pages / 40))
            {
                ulong address = Base + ((ulong)page * Limits.PageBytes);
                for (int domain = 0; domain < 2; domain++)
                {
                    Translation? seen = _kernel.Translate(_domains[domain], address);
                    bool exists = _pages[domain].TryGetValue(address, out var expected);
                    Assert.Equal(exists, seen is not null);
                    if (exists) Assert.Equal(expected, (seen!.Value.Address, seen.Value.Access));
                }
            }
        }
    }
}
