// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>Truth value, one byte, 0 or 1 (<c>bool</c>).</summary>
public readonly struct Boolean : IEquatable<bool>, IComparable<bool>, IComparable
{
    public static readonly string TrueString = "True";
    public static readonly string FalseString = "False";

    private readonly bool _value;

    public bool Equals(bool other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is bool other && _value == other;

    public override int GetHashCode() => _value ? 1 : 0;

    public int CompareTo(bool value) => _value == value ? 0 : _value ? 1 : -1;

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        bool other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Boolean."),
    };

    public override string ToString() => _value ? "True" : "False";

    public static bool Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryParse(value, out bool result) ? result : throw new FormatException(
            "String '" + value + "' was not recognized as a valid Boolean.");
    }

    public static bool TryParse([NotNullWhen(true)] string? value, out bool result)
    {
        ReadOnlySpan<char> text = value.AsSpan().Trim();
        result = text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return result || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}
