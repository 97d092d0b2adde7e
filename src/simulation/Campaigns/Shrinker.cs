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

    /// <summary>Shrinks a failure by playing it with the quick checks, if they show it, else with
    /// all checks after each event.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="timeMax">When to be content with what there is.</param>
    /// <returns>One like it with fewer events, or itself.</returns>
    public static Failure Shrink(Failure failure, TimeSpan timeMax)
    {
        const int quick = 512;
        Failure? seen = EventPlayer.Play(
            failure.Shape, failure.Events, failure.Mode, quick, failure.WantsOracle);
        int fullEvery = seen is not null && seen.IsLike(failure) ? quick : 1;
        return new Shrinker(
            events => EventPlayer.Play(
                failure.Shape, events, failure.Mode, fullEvery, failure.WantsOracle), timeMax)
            .Shrink(failure);
    }

    /// <summary>How often events were played.</summary>
    public int PlayCount { get; private set; }

    private bool IsOver => Environment.TickCount64 >= _end;

    /// <summary>Shrinks a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>One like it with fewer events, or itself.</returns>
    public Failure Shrink(Failure failure)
    {
        Failure best = RemoveKinds(Try(failure, failure.Events) ?? failure);
        int piece = Math.Max(best.Events.Count / 2, 1);
        while (!IsOver)
        {
            int before = best.Events.Count;
            best = RemovePieces(best, piece);
            bool wasUseful = best.Events.Count < before;
            if (piece == 1 && !wasUseful) break;
            if (!wasUseful || piece > best.Events.Count) piece = Math.Max(piece / 2, 1);
        }
        return ClearWords(MergeTimes(best));
    }

    // Time that passes in many steps passes in few.
    private Failure MergeTimes(Failure best)
    {
        for (int index = best.Events.Count - 1; index > 0 && !IsOver; index--)
        {
            if (index >= best.Events.Count) continue;
            SimulationEvent value = best.Events[index - 1];
            bool passes = value.Kind == EventKind.Elapse
                && best.Events[index].Kind == EventKind.Elapse;
            if (!passes) continue;
            List<SimulationEvent> fewer = [.. best.Events];
            value.Words[0] += fewer[index].Words[0];
            fewer[index - 1] = value;
            fewer.RemoveAt(index);
            best = Try(best, fewer) ?? best;
        }
        return best;
    }

    // First whole kinds of events: most have nothing to do with it.
    private Failure RemoveKinds(Failure best)
    {
        HashSet<(EventKind Kind, uint Detail)> kinds = [];
        foreach (SimulationEvent value in best.Events) kinds.Add(KindOf(in value));
        foreach ((EventKind, uint) kind in kinds)
        {
            if (IsOver) break;
            List<SimulationEvent> fewer = [.. best.Events];
            fewer.RemoveAll(value => KindOf(in value) == kind);
            best = Try(best, fewer) ?? best;
        }
        return best;
    }

    private static (EventKind Kind, uint Detail) KindOf(in SimulationEvent value) =>
        (value.Kind, value.Kind == EventKind.Hypercall ? value.Detail : 0);

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
        return found is not null && found.IsLike(like)
            ? found with { Seed = like.Seed, WantsOracle = like.WantsOracle } : null;
    }
}
