// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Benchmarks;

/// <summary>The samples of one figure. Shared by the benches of both levels.</summary>
internal struct Series
{
    /// <summary>Samples of a full series.</summary>
    internal const int CountMax = 256;

    private SampleTable _samples;
    private int _count;

    /// <summary>Samples so far.</summary>
    internal readonly int Count => _count;

    /// <summary>Starts anew.</summary>
    internal void Clear() => _count = 0;

    /// <summary>Takes a sample; a full series takes no more.</summary>
    /// <param name="value">The sample.</param>
    internal void Add(ulong value)
    {
        if (_count < CountMax) _samples[_count++] = value;
    }

    /// <summary>Sorts, so that the others can be asked.</summary>
    internal void Sort()
    {
        Span<ulong> samples = _samples;
        for (int index = 1; index < _count; index++)
        {
            ulong value = samples[index];
            int place = index;
            for (; place > 0 && samples[place - 1] > value; place--)
            {
                samples[place] = samples[place - 1];
            }
            samples[place] = value;
        }
    }

    /// <summary>The middle sample of a sorted series, the upper one of two.</summary>
    internal readonly ulong Median => _count == 0 ? 0 : _samples[_count / 2];

    /// <summary>The greatest sample of a sorted series.</summary>
    internal readonly ulong Max => _count == 0 ? 0 : _samples[_count - 1];

    [InlineArray(CountMax)]
    private struct SampleTable
    {
        private ulong _element;
    }
}
