// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite;

/// <summary>Counts what was looked at and what was wrong, and remembers the first wrong thing.
/// </summary>
public struct Tally
{
    /// <summary>Things looked at.</summary>
    public ulong Count;

    /// <summary>Wrong ones among them.</summary>
    public ulong WrongCount;

    /// <summary>Which was the first wrong one.</summary>
    public ulong FirstIndex;

    /// <summary>What it was instead.</summary>
    public ulong FirstValue;

    /// <summary>Looks at a thing.</summary>
    /// <param name="index">Which.</param>
    /// <param name="isRight">Whether it is right.</param>
    /// <param name="value">What it is.</param>
    public void Add(ulong index, bool isRight, ulong value)
    {
        Count++;
        if (isRight) return;
        if (WrongCount++ != 0) return;
        FirstIndex = index;
        FirstValue = value;
    }
}
