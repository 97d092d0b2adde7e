// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>A value or nothing (<c>T?</c>).</summary>
/// <remarks>Names and order of the fields are a contract with the native compiler.</remarks>
public struct Nullable<T> where T : struct
{
    private readonly bool hasValue;
    private T value;

    public Nullable(T value)
    {
        hasValue = true;
        this.value = value;
    }

    public readonly bool HasValue => hasValue;

    public readonly T Value
    {
        get
        {
            if (!hasValue)
                throw new InvalidOperationException("Nullable object must have a value.");
            return value;
        }
    }

    public readonly T GetValueOrDefault() => value;

    public readonly T GetValueOrDefault(T defaultValue) => hasValue ? value : defaultValue;

    public override bool Equals(object? other) =>
        hasValue ? other is not null && value.Equals(other) : other is null;

    public override int GetHashCode() => hasValue ? value.GetHashCode() : 0;

    public override string? ToString() => hasValue ? value.ToString() : "";

    public static implicit operator T?(T value) => new Nullable<T>(value);

    public static explicit operator T(T? value) => value!.Value;
}

/// <summary>Comparing of values or nothing.</summary>
public static class Nullable
{
    public static int Compare<T>(T? n1, T? n2) where T : struct
    {
        if (!n1.HasValue)
            return n2.HasValue ? -1 : 0;
        return n2.HasValue ? Comparer<T>.Default.Compare(n1.Value, n2.Value) : 1;
    }

    public static bool Equals<T>(T? n1, T? n2) where T : struct => n1.HasValue
        ? n2.HasValue && EqualityComparer<T>.Default.Equals(n1.Value, n2.Value) : !n2.HasValue;
}
