// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>A partition on another CPU accesses a page while the kernel takes it away: in no
/// interleaving does an access succeed that began after the hypercall returned.</summary>
public class UnmappingTests
{
    private const ulong Page = 0x5000_0000;
    private const uint Segment = 201;
    private const int AccessCount = 3;

    private static readonly MachineOptions s_two =
        new() { CpuCount = 2, Stores = StorePolicy.Random };

    [Fact]
    public void After_the_kernels_unmapping_no_access_succeeds()
    {
        int runs = 0, during = 0;
        ScriptedChoice choice = new() { DeparturesMax = 2 };
        do
        {
            using World world = Mapped(out TranslationRoot root);
            Accesses accesses = Race(world.Machine, root, Page, choice, () =>
                Call(world, Hypercall.Unmap, Selectors.OwnDomain, Page, Limits.PageBytes));
            Assert.Equal(0, accesses.AfterCount);
            during += accesses.DuringCount;
            runs++;
        }
        while (choice.Advance());
        Assert.InRange(runs, 50, int.MaxValue);
        Assert.NotEqual(0, during);
    }

    [Fact]
    public void Without_the_invalidation_some_access_succeeds()
    {
        int after = 0;
        ScriptedChoice choice = new() { DeparturesMax = 2 };
        do
        {
            using TableWorld world = new TableWorld(s_two).Map();
            after += Race(world.Machine, world.Root, TableWorld.Address, choice, () =>
            {
                world.Leaf = 0;
                SimulatedAsp.PublishTables();
            }).AfterCount;
        }
        while (choice.Advance());
        Assert.NotEqual(0, after);
    }

    private static Accesses Race(
        SimulatedMachine machine, TranslationRoot root, ulong address, IChoice choice,
        Action unmap)
    {
        Accesses accesses = new();
        bool isUnmapped = false;
        machine.Cpus[1].Root = root;
        new ProcessorTeam(machine, choice)
            .With(() =>
            {
                unmap();
                isUnmapped = true;
                machine.AtOrderingPoint(OrderingPoint.Program);
            })
            .With(() =>
            {
                for (int count = 0; count < AccessCount; count++)
                {
                    bool isLate = isUnmapped;
                    ulong value = 1;
                    bool isDone =
                        machine.TryAccess(1, root, address, AccessKind.Write, ref value);
                    if (isDone && isLate) accesses.AfterCount++;
                    else if (isDone) accesses.DuringCount++;
                    machine.AtOrderingPoint(OrderingPoint.Program);
                }
            })
            .Run();
        return accesses;
    }

    private static World Mapped(out TranslationRoot root)
    {
        World world = new(new BootImage(), s_two);
        Call(world, Hypercall.CreateSegment, Segment, Selectors.BootSegments + 1, 0, 4ul << 20,
            (ulong)Rights.SegmentAll);
        Call(world, Hypercall.Map, Selectors.OwnDomain, Segment, 0, Page, Limits.PageBytes, 3);
        root = new TranslationRoot(
            world.State.System.RootDomain.In(ref world.State).TranslationRoot);
        ulong value = 0;
        Assert.True(world.Machine.TryAccess(1, root, Page, AccessKind.Write, ref value));
        return world;
    }

    private static void Call(World world, Hypercall number, params ReadOnlySpan<ulong> arguments)
    {
        ref var context = ref world.Current.In(ref world.State);
        for (int register = 0; register < 10; register++)
        {
            context.Frame[register] = register < arguments.Length ? arguments[register] : 0;
        }
        world.Processor.Hypercall(number);
        Assert.Equal(0ul, context.Frame[0]);
    }

    private sealed class Accesses
    {
        internal int AfterCount { get; set; }

        internal int DuringCount { get; set; }
    }
}
