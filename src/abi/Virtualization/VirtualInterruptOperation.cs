// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>What <see cref="Hypercall.VirtualInterrupt"/> does with one virtual interrupt of a
/// vCPU.</summary>
public enum VirtualInterruptOperation : byte
{
    /// <summary>Only read the state.</summary>
    Query = 0,

    /// <summary>Set enable, priority and trigger from the request.</summary>
    Configure = 1,

    /// <summary>Make it pending once (edge, or a write to ISPENDR).</summary>
    SetPending = 2,

    /// <summary>Take the pending state back (a write to ICPENDR); a raised line stays
    /// raised.</summary>
    ClearPending = 3,

    /// <summary>Raise the input line of a level-triggered interrupt.</summary>
    RaiseLine = 4,

    /// <summary>Lower the input line; a level-triggered interrupt is then no longer
    /// pending.</summary>
    LowerLine = 5,

    /// <summary>Make it active (a write to ISACTIVER).</summary>
    SetActive = 6,

    /// <summary>Make it inactive (a write to ICACTIVER).</summary>
    ClearActive = 7,
}
