// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Threading;

namespace Bulkhead.Proofs.Lemmas;

/// <summary>A lemma whose domain is small enough to run the code at every point of it.</summary>
/// <typeparam name="TCase">The statement.</typeparam>
/// <param name="name">Name, for <c>--only</c>.</param>
/// <param name="sentence">The statement in words.</param>
/// <param name="meaning">What a point where it does not hold would mean.</param>
internal sealed class EnumeratedLemma<TCase>(string name, string sentence, string meaning)
    : Lemma(name, sentence, meaning)
    where TCase : struct, IEnumeratedCase
{
    private const ulong ChunkPoints = 1 << 16;
    private const ulong None = ulong.MaxValue;

    /// <summary>States a lemma about members of a type.</summary>
    internal EnumeratedLemma(
        string name, string sentence, string meaning, string type, params string[] functions)
        : this(name, sentence, meaning)
    {
        foreach (string function in functions) About(type, function);
    }

    /// <inheritdoc/>
    internal override LemmaResult Prove(ProofOptions options)
    {
        long started = Stopwatch.GetTimestamp();
        ulong pointCount = Math.Min(TCase.PointCount, options.EnumeratedMax);
        ulong failure = pointCount == TCase.PointCount
            ? RunAll() : RunSample(pointCount, options.Seed);
        long elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (failure != None)
        {
            return new LemmaResult(this, Verdict.Failed, pointCount, 0, elapsed,
                $"{TCase.Describe(failure)}: that means: {Meaning}");
        }

        Verdict verdict =
            pointCount == TCase.PointCount ? Verdict.Enumerated : Verdict.Sampled;
        return new LemmaResult(this, verdict, pointCount, 0, elapsed);
    }

    // Every processor takes the next chunk; the lowest failure of those found is told.
    private static ulong RunAll()
    {
        ulong next = 0, failure = None;
        Lock guard = new();
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            while (Volatile.Read(ref failure) == None)
            {
                ulong start = Interlocked.Add(ref next, ChunkPoints) - ChunkPoints;
                if (start >= TCase.PointCount) return;
                ulong found = RunChunk(start, Math.Min(start + ChunkPoints, TCase.PointCount));
                if (found == None) continue;
                lock (guard) failure = Math.Min(failure, found);
            }
        });
        return failure;
    }

    private static ulong RunChunk(ulong start, ulong end)
    {
        for (ulong point = start; point < end; point++)
        {
            if (!TCase.Holds(point)) return point;
        }
        return None;
    }

    // An odd step that is about a golden part of the domain spreads the points over it.
    private static ulong RunSample(ulong pointCount, ulong seed)
    {
        ulong step = (ulong)(TCase.PointCount * 0.618) | 1;
        ulong point = seed % TCase.PointCount;
        for (ulong count = 0; count < pointCount; count++)
        {
            if (!TCase.Holds(point)) return point;
            point = (point + step) % TCase.PointCount;
        }
        return None;
    }
}
