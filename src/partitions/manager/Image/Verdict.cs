// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>The outcome of checking a system image: accepted, or why not and because of
/// what.</summary>
public readonly struct Verdict
{
    /// <summary>Why it is refused; <see cref="Reason.None"/> when it is accepted.</summary>
    public readonly Reason Reason;

    /// <summary>What is wrong.</summary>
    public readonly ImageItem Item;

    /// <summary>Index of the record that is wrong.</summary>
    public readonly uint Index;

    /// <summary>Refuses.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="item">What is wrong.</param>
    /// <param name="index">Index of the record.</param>
    public Verdict(Reason reason, ImageItem item, uint index = 0)
    {
        Reason = reason;
        Item = item;
        Index = index;
    }

    /// <summary>Accepts.</summary>
    public static Verdict Accepted => default;

    /// <summary>Whether it is accepted.</summary>
    public bool IsAccepted => Reason == Reason.None;

    /// <summary>Refuses unless a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="reason">Why it is refused otherwise.</param>
    /// <param name="item">What is wrong then.</param>
    /// <param name="index">Index of the record.</param>
    /// <returns>The verdict.</returns>
    public static Verdict Require(
        bool condition, Reason reason, ImageItem item, uint index = 0) =>
        condition ? default : new Verdict(reason, item, index);
}
