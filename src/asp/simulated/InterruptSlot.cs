// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>
/// One hardware slot for a virtual interrupt (a list register).
/// <code>
///  31     22 21    12 11     4 3      2     1       0
/// +---------+--------+--------+------+-----+------+-------+
/// |physical |virtual |priority|ended |bound|active|pending|
/// +---------+--------+--------+------+-----+------+-------+
/// </code>
/// </summary>
/// <param name="Value">The word; zero: free.</param>
public readonly record struct InterruptSlot(ulong Value)
{
    /// <summary>Fills a slot with a pending interrupt.</summary>
    /// <param name="interrupt">Virtual id.</param>
    /// <param name="priority">0 most urgent.</param>
    /// <param name="isBound">Whether its end ends a physical interrupt.</param>
    /// <param name="physical">That interrupt.</param>
    public InterruptSlot(uint interrupt, byte priority, bool isBound, uint physical)
        : this((interrupt << 12) | ((ulong)priority << 4) | (isBound ? 4ul
        : 0) | ((ulong)physical << 22))
    {
    }

    /// <summary>Pending.</summary>
    public bool IsPending => (Value & 1) != 0;

    /// <summary>Active.</summary>
    public bool IsActive => (Value & 2) != 0;

    /// <summary>Whether its end ends a physical interrupt.</summary>
    public bool IsBound => (Value & 4) != 0;

    /// <summary>Whether the guest ended it and the kernel has not been told.</summary>
    public bool IsEnded => (Value & 8) != 0;

    /// <summary>Whether it is free for another interrupt.</summary>
    public bool IsFree => (Value & 11) == 0;

    /// <summary>0 most urgent.</summary>
    public byte Priority => (byte)(Value >> 4);

    /// <summary>Virtual id.</summary>
    public uint Interrupt => (uint)(Value >> 12) & 0x3ff;

    /// <summary>Physical id.</summary>
    public uint Physical => (uint)(Value >> 22) & 0x3ff;

    /// <summary>The slot with another state.</summary>
    /// <param name="isPending">Pending.</param>
    /// <param name="isActive">Active.</param>
    /// <param name="isEnded">Ended.</param>
    /// <returns>The slot.</returns>
    public InterruptSlot With(bool isPending, bool isActive, bool isEnded = false) =>
        new((Value & ~11ul) | (isPending ? 1ul : 0) | (isActive ? 2ul : 0) | (isEnded ? 8ul : 0));
}
