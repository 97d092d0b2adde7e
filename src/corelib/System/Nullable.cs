// SPDX-License-Identifier: MIT
using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>A value or nothing (<c>T?</c>).</summary>
/// <typeparam name="T">The value.</typeparam>
/// <remarks>The order of the fields is a contract with the native compiler.</remarks>
public struct Nullable<T> where T : struct
{
    private readonly bool _hasValue;
    private T _value;

    /// <summary>Holds the value.</summary>
    public Nullable(T value)
    {
        _hasValue = true;
        _value = value;
    }

    /// <summary>Whether there is a value.</summary>
    public readonly bool HasValue => _hasValue;

    /// <summary>The value; a panic when there is none.</summary>
    public readonly T Value
    {
        get
        {
            if (!_hasValue)
                ThrowHelpers.ThrowInvalidOperation();
            return _value;
        }
    }

    /// <summary>The value, or the type's default.</summary>
    public readonly T GetValueOrDefault() => _value;

    /// <summary>The value, or the one given.</summary>
    public readonly T GetValueOrDefault(T defaultValue) => _hasValue ? _value : defaultValue;

    /// <summary>Wraps a value.</summary>
    public static implicit operator T?(T value) => new Nullable<T>(value);

    /// <summary>Unwraps; a panic when there is no value.</summary>
    public static explicit operator T(T? value) => value!.Value;
}
