// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>What a client's output does to its line; all that <see cref="OutputFilter"/> lets
/// through.
/// </summary>
public enum TextOperation
{
    /// <summary>Nothing (yet).</summary>
    None = 0,

    /// <summary>Put a character at the cursor.</summary>
    Character = 1,

    /// <summary>End the line.</summary>
    LineFeed = 2,

    /// <summary>Go to the start of the line.</summary>
    CarriageReturn = 3,

    /// <summary>Go left.</summary>
    Left = 4,

    /// <summary>Go right over existing text.</summary>
    Right = 5,

    /// <summary>Erase from the cursor to the end of the line.</summary>
    EraseToEnd = 6,
}
