// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Bulkhead.Samples.Control;

/// <summary>Counts values by their order of magnitude: bucket n holds 2^n to 2^(n+1) - 1.</summary>
public struct Histogram
{
    /// <summary>Number of buckets; larger values count in the last one.</summary>
    public const int BucketsMax = 32;

    private BucketTable _buckets;

    [InlineArray(BucketsMax)]
    private struct BucketTable
    {
        private uint _element;
    }

    /// <summary>Counts a value.</summary>
    /// <param name="value">The value; 0 counts in bucket 0.</param>
    public void Add(ulong value)
    {
        int bucket = value == 0 ? 0 : BitOperations.Log2(value);
        _buckets[bucket < BucketsMax ? bucket : BucketsMax - 1]++;
    }

    /// <summary>Values in a bucket.</summary>
    /// <param name="bucket">0 to <see cref="BucketsMax"/> - 1.</param>
    /// <returns>Their number.</returns>
    public readonly uint Count(int bucket) => _buckets[bucket];
}
