// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>What an <see cref="IChoice"/> decides.</summary>
public enum ChoicePoint
{
    /// <summary>Whether hardware does anything at an ordering point.</summary>
    Quiet,

    /// <summary>Which piece of hardware acts.</summary>
    Actor,

    /// <summary>Which buffered store becomes visible.</summary>
    Store,

    /// <summary>Which address a walker looks up ahead of need.</summary>
    Prefetch,

    /// <summary>Whether a cached translation is kept.</summary>
    Translation,

    /// <summary>Whether a cache line is written back or dropped.</summary>
    CacheLine,

    /// <summary>Which host address, or value, a device transfers.</summary>
    Transfer,

    /// <summary>Which CPU goes on.</summary>
    Cpu,
}
