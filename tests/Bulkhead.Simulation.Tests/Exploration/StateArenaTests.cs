// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Exploration;

namespace Bulkhead.Simulation.Tests.Exploration;

/// <summary>What the search keeps of states: their differences, their hashes, their
/// ancestors.</summary>
public sealed class StateArenaTests
{
    private const int WordCount = 5000;

    [Fact]
    public void States_come_back_as_they_were_kept()
    {
        Random random = new(1);
        ulong[] first = NewWords(random);
        StateArena arena = new(first);
        List<ulong[]> kept = [];
        for (int number = 0; number < 400; number++)
        {
            ulong[] words = (ulong[])first.Clone();
            int changes = random.Next(0, number % 50 == 0 ? WordCount : 40);
            for (int change = 0; change < changes; change++)
            {
                words[random.Next(WordCount)] ^= (ulong)random.NextInt64() >> random.Next(64);
            }

            words[0] ^= (ulong)(number & 1);
            words[^1] ^= (ulong)(number & 2);
            arena.Add(number, words);
            kept.Add(words);
        }

        ulong[] buffer = new ulong[WordCount];
        for (int number = kept.Count - 1; number >= 0; number--)
        {
            Assert.Equal(number, arena.Get(number, buffer));
            Assert.Equal(kept[number], buffer);
        }
    }

    [Fact]
    public void A_state_is_new_once()
    {
        VisitedSet visited = new();
        for (ulong value = 0; value < 5000; value++)
        {
            StateHasher hasher = new();
            hasher.Add(value);
            Assert.True(visited.Add(hasher.Result));
            Assert.False(visited.Add(hasher.Result));
        }

        Assert.True(visited.Add(default));
        Assert.False(visited.Add(default));
        Assert.Equal(5001, visited.Count);
    }

    [Fact]
    public void The_way_to_a_state_is_that_of_its_ancestors()
    {
        PathTable paths = new();
        int number = paths.Add(-1, 0);
        for (int action = 1; action <= 100_000; action++) number = paths.Add(number, action % 7);
        List<int> path = paths.PathTo(number);
        Assert.Equal(100_000, path.Count);
        Assert.Equal(Enumerable.Range(1, 100_000).Select(action => action % 7), path);
    }

    private static ulong[] NewWords(Random random)
    {
        ulong[] words = new ulong[WordCount];
        for (int index = 0; index < WordCount; index += 3) words[index] = (ulong)random.NextInt64();
        return words;
    }
}
