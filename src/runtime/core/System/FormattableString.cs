// SPDX-License-Identifier: MIT
namespace System;

/// <summary>An interpolated text that is not put together yet.</summary>
public abstract class FormattableString : IFormattable
{
    public abstract string Format { get; }

    public abstract int ArgumentCount { get; }

    public static string Invariant(FormattableString formattable)
    {
        ArgumentNullException.ThrowIfNull(formattable);
        return formattable.ToString(null);
    }

    public static string CurrentCulture(FormattableString formattable) => Invariant(formattable);

    public abstract object?[] GetArguments();

    public abstract object? GetArgument(int index);

    public abstract string ToString(IFormatProvider? formatProvider);

    public override string ToString() => ToString(null);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) =>
        ToString(formatProvider);
}
