// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Tests.Machine;

public class ChoiceTests
{
    [Fact]
    public void A_seed_gives_the_same_choices_every_time_and_all_of_them()
    {
        SeededChoice first = new(7), second = new(7), other = new(8);
        int[] counts = new int[6];
        int equalCount = 0;
        for (int count = 0; count < 6000; count++)
        {
            int chosen = first.Choose(6, ChoicePoint.Actor);
            Assert.Equal(chosen, second.Choose(6, ChoicePoint.Actor));
            if (chosen == other.Choose(6, ChoicePoint.Actor)) equalCount++;
            counts[chosen]++;
        }
        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
        Assert.InRange(equalCount, 850, 1150);
    }

    [Fact]
    public void Scripts_enumerate_every_sequence_once()
    {
        List<string> met = [];
        ScriptedChoice choice = new();
        do
        {
            // The number of choices depends on the first one.
            string text = "";
            int length = 1 + choice.Choose(3, ChoicePoint.Actor);
            for (int count = 0; count < length; count++)
            {
                text += choice.Choose(2, ChoicePoint.Store);
            }
            met.Add(text);
        }
        while (choice.Advance());
        Assert.Equal(
            ["0", "1", "00", "01", "10", "11", "000", "001", "010", "011", "100", "101", "110",
                "111"],
            met);
    }

    [Fact]
    public void Departures_from_the_plain_course_are_bounded()
    {
        int count = 0;
        ScriptedChoice choice = new() { DeparturesMax = 2 };
        do
        {
            int departures = 0;
            for (int index = 0; index < 6; index++)
            {
                if (choice.Choose(2, ChoicePoint.Cpu) != 0) departures++;
            }
            Assert.InRange(departures, 0, 2);
            count++;
        }
        while (choice.Advance());
        Assert.Equal(1 + 6 + 15, count);
    }

    [Fact]
    public void Only_the_first_choices_are_varied_when_there_is_a_bound()
    {
        int count = 0;
        ScriptedChoice choice = new() { ChoicesMax = 3 };
        do
        {
            for (int index = 0; index < 10; index++) choice.Choose(2, ChoicePoint.Cpu);
            count++;
        }
        while (choice.Advance());
        Assert.Equal(8, count);
    }

    [Fact]
    public void A_script_is_reproduced_and_refused_when_it_does_not_fit()
    {
        ScriptedChoice choice = new(1, 0, 2);
        int[] chosen = [.. Enumerable.Range(0, 4).Select(_ => choice.Choose(3, ChoicePoint.Cpu))];
        Assert.Equal([1, 0, 2, 0], chosen);
        Assert.Equal(chosen, choice.Chosen);
        choice.Rewind();
        Assert.Equal(1, choice.Choose(2, ChoicePoint.Cpu));
        Assert.Equal(0, choice.Choose(2, ChoicePoint.Cpu));
        Assert.Throws<SimulationException>(() => choice.Choose(2, ChoicePoint.Cpu));
    }
}
