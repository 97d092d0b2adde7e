// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Text;

namespace System;

public sealed partial class String
{
    public static string Concat(string? str0, string? str1)
    {
        int first = str0?.Length ?? 0, second = str1?.Length ?? 0;
        if (second == 0)
            return first == 0 ? "" : str0!;
        if (first == 0)
            return str1!;
        string made = NewUninitialized(checked(first + second));
        str0!.CopyInto(made, 0);
        str1!.CopyInto(made, first);
        return made;
    }

    public static string Concat(string? str0, string? str1, string? str2)
    {
        int first = str0?.Length ?? 0, second = str1?.Length ?? 0, third = str2?.Length ?? 0;
        string made = NewUninitialized(checked(first + second + third));
        str0?.CopyInto(made, 0);
        str1?.CopyInto(made, first);
        str2?.CopyInto(made, first + second);
        return made;
    }

    public static string Concat(string? str0, string? str1, string? str2, string? str3)
    {
        int first = str0?.Length ?? 0, second = str1?.Length ?? 0, third = str2?.Length ?? 0;
        string made = NewUninitialized(checked(first + second + third + (str3?.Length ?? 0)));
        str0?.CopyInto(made, 0);
        str1?.CopyInto(made, first);
        str2?.CopyInto(made, first + second);
        str3?.CopyInto(made, first + second + third);
        return made;
    }

    public static string Concat(ReadOnlySpan<char> str0, ReadOnlySpan<char> str1)
    {
        string made = NewUninitialized(checked(str0.Length + str1.Length));
        str0.CopyTo(made.Room(0));
        str1.CopyTo(made.Room(str0.Length));
        return made;
    }

    public static string Concat(
        ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2) =>
        Concat(Concat(str0, str1), str2);

    public static string Concat(
        ReadOnlySpan<char> str0, ReadOnlySpan<char> str1, ReadOnlySpan<char> str2,
        ReadOnlySpan<char> str3) => Concat(Concat(str0, str1), Concat(str2, str3));

    public static string Concat(params string?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Concat(new ReadOnlySpan<string?>(values));
    }

    public static string Concat(params ReadOnlySpan<string?> values)
    {
        int length = 0;
        for (int i = 0; i < values.Length; i++)
            length = checked(length + (values[i]?.Length ?? 0));
        string made = NewUninitialized(length);
        int at = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i]?.CopyInto(made, at);
            at += values[i]?.Length ?? 0;
        }
        return made;
    }

    public static string Concat(object? arg0) => arg0?.ToString() ?? "";

    public static string Concat(object? arg0, object? arg1) =>
        Concat(arg0?.ToString(), arg1?.ToString());

    public static string Concat(object? arg0, object? arg1, object? arg2) =>
        Concat(arg0?.ToString(), arg1?.ToString(), arg2?.ToString());

    public static string Concat(params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Join(null, new ReadOnlySpan<object?>(args));
    }

    public static string Concat(params ReadOnlySpan<object?> args) => Join(null, args);

    public static string Concat(IEnumerable<string?> values) => Join(null, values);

    public static string Concat<T>(IEnumerable<T> values) => Join(null, values);

    public static string Join(string? separator, params string?[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Join(separator, new ReadOnlySpan<string?>(value));
    }

    public static string Join(string? separator, params ReadOnlySpan<string?> value)
    {
        StringBuilder text = new();
        for (int i = 0; i < value.Length; i++)
        {
            if (i != 0)
                text.Append(separator);
            text.Append(value[i]);
        }
        return text.ToString();
    }

    public static string Join(char separator, params string?[] value) =>
        Join(separator.ToString(), value);

    public static string Join(char separator, params ReadOnlySpan<string?> value) =>
        Join(separator.ToString(), value);

    public static string Join(string? separator, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Join(separator, new ReadOnlySpan<object?>(values));
    }

    public static string Join(string? separator, params ReadOnlySpan<object?> values)
    {
        StringBuilder text = new();
        for (int i = 0; i < values.Length; i++)
        {
            if (i != 0)
                text.Append(separator);
            text.Append(values[i]?.ToString());
        }
        return text.ToString();
    }

    public static string Join(char separator, params object?[] values) =>
        Join(separator.ToString(), values);

    public static string Join(char separator, params ReadOnlySpan<object?> values) =>
        Join(separator.ToString(), values);

    public static string Join(string? separator, IEnumerable<string?> values) =>
        Join<string?>(separator, values);

    public static string Join<T>(char separator, IEnumerable<T> values) =>
        Join(separator.ToString(), values);

    public static string Join<T>(string? separator, IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        StringBuilder text = new();
        bool isFirst = true;
        foreach (T value in values)
        {
            if (!isFirst)
                text.Append(separator);
            isFirst = false;
            text.Append(value?.ToString());
        }
        return text.ToString();
    }

    internal Span<char> Room(int start) =>
        new(ref System.Runtime.CompilerServices.Unsafe.Add(ref First, start),
            _stringLength - start);

    private void CopyInto(string made, int start) => this.AsSpan().CopyTo(made.Room(start));
}
