// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>One operation with its operand.</summary>
public readonly struct TextEvent
{
    /// <summary>What to do.</summary>
    public readonly TextOperation Operation;

    /// <summary>Character: the Unicode code point. Left, Right: how many columns.</summary>
    public readonly uint Operand;

    /// <summary>Builds an event.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="operand">Operand, 0 when it has none.</param>
    public TextEvent(TextOperation operation, uint operand = 0)
    {
        Operation = operation;
        Operand = operand;
    }
}
