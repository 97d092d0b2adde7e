// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>Kinds of <see cref="Fate"/>.</summary>
public enum FateKind
{
    /// <summary>Host and target both do it.</summary>
    Followed,

    /// <summary>It does not fit what runs, or nothing was there to do.</summary>
    Nothing,

    /// <summary>The target could not do it, or nobody could go on after it.</summary>
    LeftOut,
}
