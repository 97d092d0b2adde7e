// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>A switch expression has no arm for a value.</summary>
public sealed class SwitchExpressionException : InvalidOperationException
{
    private const string Default = "Non-exhaustive switch expression failed to match its input.";

    public SwitchExpressionException()
        : base(Default)
    {
    }

    public SwitchExpressionException(object? unmatchedValue)
        : base(Default) => UnmatchedValue = unmatchedValue;

    public SwitchExpressionException(string? message)
        : base(message)
    {
    }

    public object? UnmatchedValue { get; }

    public override string Message => UnmatchedValue is null
        ? base.Message : base.Message + "\nUnmatched value was " + UnmatchedValue + ".";
}
