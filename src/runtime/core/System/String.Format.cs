// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Text;

namespace System;

public sealed partial class String
{
    public static string Format(string format, object? arg0) => Format(null, format, [arg0]);

    public static string Format(string format, object? arg0, object? arg1) =>
        Format(null, format, [arg0, arg1]);

    public static string Format(string format, object? arg0, object? arg1, object? arg2) =>
        Format(null, format, [arg0, arg1, arg2]);

    public static string Format(string format, params object?[] args) => Format(null, format, args);

    public static string Format(string format, params ReadOnlySpan<object?> args) =>
        Format(null, format, args);

    public static string Format(IFormatProvider? provider, string format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Format(provider, format, new ReadOnlySpan<object?>(args));
    }

    public static string Format(
        IFormatProvider? provider, string format, params ReadOnlySpan<object?> args)
    {
        ArgumentNullException.ThrowIfNull(format);
        StringBuilder text = new();
        text.AppendFormat(provider, format, args);
        return text.ToString();
    }

    public static string Create(
        IFormatProvider? provider,
        [InterpolatedStringHandlerArgument(nameof(provider))]
        ref DefaultInterpolatedStringHandler handler) => handler.ToStringAndClear();

    public static string Create<TState>(
        int length, TState state, System.Buffers.SpanAction<char, TState> action)
        where TState : allows ref struct
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        string made = NewUninitialized(length);
        action(made.Room(0), state);
        return made;
    }
}
