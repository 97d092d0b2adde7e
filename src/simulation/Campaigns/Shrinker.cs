// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Campaigns;

/// <summary>
/// Takes events out of a failing list as long as it fails the same way (delta debugging: pieces
/// that get smaller and smaller), then makes the words of those that are left zero.
/// </summary>
/// <param name="play">Plays events; null: no failure.</param>
/// <param name="timeMax">When to be content with what there is.</param>
public sealed class Shrinker(
    Func<IReadOnlyList<SimulationEvent>, Failure?> play, TimeSpan timeMax)
{
    private readonly long _end = Environment.TickCount64 + (long)Math.Min(
        timeMax.TotalMilliseconds, int.MaxValue);

    /// <summary>How often events were played.</summary>
    public int PlayCount { get; private set; }

    private bool IsOver => Environment.TickCount64 >= _end;

    /// <summary>Shrinks a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>One like it with fewer events, or itself.</returns>
    public Failure Shrink(Failure failure)
    {
        Failure best = Try(failure, failure.Events) ?? failure;
        int piece = Math.Max(best.Events.Count / 2, 1);
        while (!IsOver)
        {
            int before = best.Events.Count;
            best = RemovePieces(best, piece);
            bool wasUseful = best.Events.Count < before;
            if (piece == 1 && !wasUseful) break;
            if (!wasUseful || piece > best.Events.Count) piece = Math.Max(piece / 2, 1);
        }
        return ClearWords(best);
    }

    private Failure RemovePieces(Failure best, int piece)
    {
        // From the end: what came last depends on what came before, not the other way round.
        int start = Math.Max(best.Events.Count - piece, 0);
        while (best.Events.Count > 0 && !IsOver)
        {
            int count = Math.Min(piece, best.Events.Count - start);
            List<SimulationEvent> fewer = [.. best.Events];
            fewer.RemoveRange(start, count);
            best = Try(best, fewer) ?? best;
            if (start == 0) break;
            start = Math.Max(Math.Min(start, best.Events.Count) - piece, 0);
        }
        return best;
    }

    private Failure ClearWords(Failure best)
    {
        for (int index = 0; index < best.Events.Count; index++)
        {
            for (int word = 0; word < EventWords.Count && !IsOver; word++)
            {
                if (index >= best.Events.Count || best.Events[index].Words[word] == 0) continue;
                List<SimulationEvent> simpler = [.. best.Events];
                SimulationEvent value = simpler[index];
                value.Words[word] = 0;
                simpler[index] = value;
                best = Try(best, simpler) ?? best;
            }
        }
        return best;
    }

    private Failure? Try(Failure like, IReadOnlyList<SimulationEvent> events)
    {
        PlayCount++;
        Failure? found = play(events);
        return found is not null && found.IsLike(like) ? found with { Seed = like.Seed } : null;
    }
}
