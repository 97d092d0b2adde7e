// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Caches;

/// <summary>A line in a CPU's instruction cache.</summary>
internal struct FetchedLine
{
    internal LineWords Words;

    internal bool IsPresent;
}
