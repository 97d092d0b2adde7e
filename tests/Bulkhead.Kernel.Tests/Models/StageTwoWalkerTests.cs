// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Models;

/// <summary>The model shows what the kernel must not do.</summary>
public class StageTwoWalkerTests
{
    private const ulong Root = 0x4800_0000;
    private const ulong Middle = 0x4800_1000;
    private const ulong Last = 0x4800_2000;
    private const ulong Page = 0x4900_0000;

    private static readonly TranslationRoot s_space = new(Root, 5);

    [Fact]
    public void Three_levels_lead_to_a_page()
    {
        using SimulatedMachine machine = Build();
        Translation expected = new(Page + 0x678, MemoryAccess.Read, 0x1000);
        Assert.Equal(expected, machine.Walker.Translate(s_space, 0x4020_1678));
        Assert.Null(machine.Walker.Translate(s_space, 0x4020_2678));
        Assert.Null(machine.Walker.Translate(s_space, 0x8020_1678));
        Assert.Null(machine.Walker.Translate(s_space, (1ul << 39) | 0x4020_1678));
    }

    [Fact]
    public void A_missing_invalidation_is_seen()
    {
        using SimulatedMachine machine = Build();
        machine.Walker.Translate(s_space, 0x4020_1000);
        machine.Memory.Write(Last + 8, 0);
        Assert.NotNull(machine.Walker.Translate(s_space, 0x4020_1000));
        Assert.Null(machine.Walker.TranslateUncached(s_space, 0x4020_1000));
        Assert.Contains("level 3", machine.Walker.FindStale());
        machine.Walker.Invalidate(5);
        Assert.Null(machine.Walker.FindStale());
        Assert.Null(machine.Walker.Translate(s_space, 0x4020_1000));
    }

    [Fact]
    public void A_table_that_was_taken_away_stays_in_the_walk_until_invalidated()
    {
        using SimulatedMachine machine = Build();
        machine.Walker.Translate(s_space, 0x4020_1000);
        machine.Memory.Write(Middle + 8, 0);
        Assert.Contains("level 2", machine.Walker.FindStale());
        // Another space's invalidation does not help.
        machine.Walker.Invalidate(6);
        Assert.NotNull(machine.Walker.FindStale());
    }

    [Fact]
    public void What_turns_valid_is_seen_at_once()
    {
        using SimulatedMachine machine = Build();
        Assert.Null(machine.Walker.Translate(s_space, 0x4020_5000));
        machine.Memory.Write(Last + 40, StageTwoDescriptor.Leaf(Page, MemoryAccess.Write, 3).Value);
        Assert.Equal(
            MemoryAccess.Write, machine.Walker.Translate(s_space, 0x4020_5000)!.Value.Access);
    }

    [Fact]
    public void A_descriptor_without_meaning_is_an_error()
    {
        using SimulatedMachine machine = Build();
        machine.Memory.Write(Last + 16, 1);
        Assert.Throws<SimulationException>(() => machine.Walker.Translate(s_space, 0x4020_2000));
    }

    private static SimulatedMachine Build()
    {
        SimulatedMachine machine = new();
        machine.Memory.Write(Root + 8, StageTwoDescriptor.Table(Middle).Value);
        machine.Memory.Write(Middle + 8, StageTwoDescriptor.Table(Last).Value);
        machine.Memory.Write(Last + 8, StageTwoDescriptor.Leaf(Page, MemoryAccess.Read, 3).Value);
        return machine;
    }
}
