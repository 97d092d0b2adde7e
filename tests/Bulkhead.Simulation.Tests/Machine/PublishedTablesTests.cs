// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Asp.Simulated.Paging;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>Store buffers and break before make, shown on tables written without the
/// kernel.</summary>
[Verifies("I6")]
public class PublishedTablesTests
{
    private static readonly MachineOptions s_random = new() { Stores = StorePolicy.Random };

    [Fact]
    public void Without_a_barrier_the_walker_sees_the_old_table()
    {
        using TableWorld world = new(new MachineOptions());
        world.Map();
        world.Leaf = 0;
        Assert.NotNull(world.Machine.Walker.TranslateUncached(world.Root, TableWorld.Address));
        Assert.Contains("not published", world.Machine.Tables.FindUnfinished());
        SimulatedAsp.PublishTables();
        Assert.Null(world.Machine.Walker.TranslateUncached(world.Root, TableWorld.Address));
    }

    [Fact]
    public void Without_a_barrier_stores_become_visible_in_any_order()
    {
        HashSet<(bool Table, bool Leaf)> seen = Observe(isPublished: false);
        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void With_a_barrier_a_table_is_never_seen_before_what_it_holds()
    {
        HashSet<(bool Table, bool Leaf)> seen = Observe(isPublished: true);
        Assert.DoesNotContain((true, false), seen);
        Assert.Contains((true, true), seen);
        Assert.Contains((false, true), seen);
    }

    [Fact]
    public void At_once_means_at_the_next_ordering_point()
    {
        using TableWorld world = new(new MachineOptions { Stores = StorePolicy.AtOnce });
        world.Machine.Interleaving =
            new Interleaver(new ScriptedChoice(1, 1)).With(world.Machine.Tables);
        world.Leaf = TableWorld.Page();
        world.Machine.AtOrderingPoint(OrderingPoint.Program);
        Assert.Null(world.Machine.Tables.FindUnfinished());
        world.Machine.AtOrderingPoint(OrderingPoint.Program);
    }

    [Fact]
    public void A_valid_entry_does_not_change_into_another_valid_one()
    {
        using TableWorld world = new TableWorld(new MachineOptions()).Map();
        world.Leaf = TableWorld.Page(TableWorld.Host + 0x1000);
        Assert.Throws<BreakBeforeMakeException>(SimulatedAsp.PublishTables);
    }

    [Fact]
    public void An_entry_is_not_made_again_before_its_removal_is_invalidated()
    {
        using TableWorld world = new TableWorld(new MachineOptions()).Map();
        world.Leaf = 0;
        SimulatedAsp.PublishTables();
        Assert.Contains("not invalidated", world.Machine.Tables.FindUnfinished());
        // Another space's invalidation does not count.
        SimulatedAsp.InvalidateSpace(new TranslationRoot(world.Root.Table, 9).Value);
        world.Leaf = TableWorld.Page(TableWorld.Host + 0x1000);
        Assert.Throws<BreakBeforeMakeException>(SimulatedAsp.PublishTables);
    }

    [Fact]
    public void Break_invalidate_make_is_right_and_the_log_shows_it()
    {
        using TableWorld world = new TableWorld(new MachineOptions()).Map();
        world.Machine.Tables.Log!.Clear();
        world.Leaf = 0;
        SimulatedAsp.InvalidateSpace(world.Root.Value);
        world.Leaf = TableWorld.Page(TableWorld.Host + 0x1000);
        SimulatedAsp.PublishTables();
        Assert.Null(world.Machine.Tables.FindUnfinished());
        Assert.Equal(
            [
                new TableChange(2, 511, TableWorld.Page(), 0, 4),
                new TableChange(-1, 0, 0, 0, 4),
                new TableChange(2, 511, 0, TableWorld.Page(TableWorld.Host + 0x1000), 4),
            ],
            world.Machine.Tables.Log);
        Assert.True(world.Machine.Tables.Log[1].IsInvalidation);
    }

    [Fact]
    public void The_space_of_a_page_that_was_freed_before_its_invalidation_is_known()
    {
        using TableWorld world = new(new MachineOptions());
        world.Machine.State.Tables[2][511] = TableWorld.Page();
        world.Machine.Tables.Adopt();
        world.Leaf = 0;
        world.Machine.State.TableRecords[2].Owner = default;
        SimulatedAsp.InvalidateSpace(world.Root.Value);
        Assert.Null(world.Machine.Tables.FindUnfinished());
    }

    // A leaf is written and then the table that holds it is entered; what can a walker see after
    // each number of early stores?
    private static HashSet<(bool Table, bool Leaf)> Observe(bool isPublished)
    {
        HashSet<(bool Table, bool Leaf)> seen = [];
        ScriptedChoice choice = new();
        do
        {
            using TableWorld world = new(s_random);
            world.Machine.Interleaving = new Interleaver(choice).With(world.Machine.Tables);
            world.Leaf = TableWorld.Page();
            if (isPublished) SimulatedAsp.PublishTables();
            world.Middle = StageTwoDescriptor.Table(world.TableAt(2)).Value;
            world.Machine.AtOrderingPoint(OrderingPoint.Program);
            world.Machine.AtOrderingPoint(OrderingPoint.Program);
            PublishedTables tables = world.Machine.Tables;
            seen.Add((
                tables.Read(world.TableAt(1) + (511 * 8)) != 0,
                tables.Read(world.TableAt(2) + (511 * 8)) != 0));
        }
        while (choice.Advance());
        return seen;
    }
}
