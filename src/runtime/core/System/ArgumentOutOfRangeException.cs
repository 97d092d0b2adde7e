// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>An argument is outside its range.</summary>
public class ArgumentOutOfRangeException : ArgumentException
{
    private const string Default = "Specified argument was out of the range of valid values.";

    private readonly string? _actualText;

    public ArgumentOutOfRangeException()
        : base(Default)
    {
    }

    public ArgumentOutOfRangeException(string? paramName)
        : base(Default, paramName)
    {
    }

    public ArgumentOutOfRangeException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public ArgumentOutOfRangeException(string? paramName, string? message)
        : base(message, paramName)
    {
    }

    public ArgumentOutOfRangeException(string? paramName, object? actualValue, string? message)
        : this(paramName, actualValue, actualValue?.ToString(), message)
    {
    }

    // A text that is made here, and not in Message, spares programs that never throw with an
    // object of theirs the texts of all types.
    private ArgumentOutOfRangeException(
        string? paramName, object? actualValue, string? actualText, string? message)
        : base(message, paramName)
    {
        ActualValue = actualValue;
        _actualText = actualText;
    }

    public virtual object? ActualValue { get; }

    public override string Message => ActualValue is null
        ? base.Message : base.Message + "\nActual value was " + _actualText + ".";

    public static void ThrowIfNegative<T>(
        T value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : INumberBase<T>
    {
        if (T.IsNegative(value))
            Throw(value, value?.ToString(), "must be a non-negative value.", paramName);
    }

    public static void ThrowIfNegativeOrZero<T>(
        T value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : INumberBase<T>
    {
        if (T.IsNegative(value) || T.IsZero(value))
        {
            Throw(
                value, value?.ToString(),
                "must be a non-negative and non-zero value.", paramName);
        }
    }

    public static void ThrowIfZero<T>(
        T value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : INumberBase<T>
    {
        if (T.IsZero(value))
            Throw(value, value?.ToString(), "must be a non-zero value.", paramName);
    }

    public static void ThrowIfEqual<T>(
        T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
    {
        if (EqualityComparer<T>.Default.Equals(value, other))
            Throw(value, value?.ToString(), "must not be equal to '" + other + "'.", paramName);
    }

    public static void ThrowIfNotEqual<T>(
        T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
    {
        if (!EqualityComparer<T>.Default.Equals(value, other))
            Throw(value, value?.ToString(), "must be equal to '" + other + "'.", paramName);
    }

    public static void ThrowIfGreaterThan<T>(
        T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) > 0)
        {
            Throw(
                value, value.ToString(),
                "must be less than or equal to '" + other.ToString() + "'.", paramName);
        }
    }

    public static void ThrowIfGreaterThanOrEqual<T>(
        T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) >= 0)
        {
            Throw(
                value, value.ToString(),
                "must be less than '" + other.ToString() + "'.", paramName);
        }
    }

    public static void ThrowIfLessThan<T>(
        T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) < 0)
        {
            Throw(
                value, value.ToString(),
                "must be greater than or equal to '" + other.ToString() + "'.", paramName);
        }
    }

    [DoesNotReturn]
    private static void Throw(object? value, string? text, string rest, string? paramName) =>
        throw new ArgumentOutOfRangeException(
            paramName, value, text, paramName + " ('" + text + "') " + rest);
}
