// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>Words of the page that attackers share; attacks.S knows them, too.</summary>
internal enum CounterWord : uint
{
    /// <summary>What the attackers have done.</summary>
    Operations = 0,

    /// <summary>From the start of a frame to the victim's first window.</summary>
    First = 1,

    /// <summary>From one of the victim's windows to the next.</summary>
    Stride = 2,

    /// <summary>Length of a frame.</summary>
    Frame = 3,
}
