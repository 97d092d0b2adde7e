// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>The equality that a type itself has.</summary>
/// <remarks>The native compiler fills <c>Create</c> for the types that it knows to be
/// comparable, and names the classes below.</remarks>
public abstract class EqualityComparer<T> : IEqualityComparer, IEqualityComparer<T>
{
    private static EqualityComparer<T>? s_default;

    // No intrinsic: callers would take the class for granted that the native compiler puts into
    // Create, which it does not do where code is shared by several types.
    public static EqualityComparer<T> Default => s_default ?? MakeDefault();

    public abstract bool Equals(T? x, T? y);

    public abstract int GetHashCode([DisallowNull] T obj);

    public static EqualityComparer<T> Create(
        Func<T?, T?, bool> equals, Func<T, int>? getHashCode = null)
    {
        ArgumentNullException.ThrowIfNull(equals);
        return new FunctionEqualityComparer<T>(equals, getHashCode);
    }

    bool IEqualityComparer.Equals(object? x, object? y) =>
        x == y || (x is T left && y is T right && Equals(left, right));

    int IEqualityComparer.GetHashCode(object obj) => obj is T value ? GetHashCode(value) : 0;

    [Intrinsic]
    private static EqualityComparer<T> Create() => new ObjectEqualityComparer<T>();

    // Never part of its caller: the native compiler makes objects before the calls in front of
    // them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static EqualityComparer<T> Choose() => typeof(T) == typeof(string)
        ? (EqualityComparer<T>)(object)new StringEqualityComparer() : Create();

    private static EqualityComparer<T> MakeDefault()
    {
        nint place = Internal.Runtime.Heap.EnterImmortal();
        s_default = Choose();
        Internal.Runtime.Heap.LeaveImmortal(place);
        return s_default;
    }
}

/// <summary>For types that are <see cref="IEquatable{T}"/>.</summary>
public sealed class GenericEqualityComparer<T> : EqualityComparer<T> where T : IEquatable<T>?
{
    public override bool Equals(T? x, T? y) => x is null ? y is null : y is not null && x.Equals(y);

    public override int GetHashCode([DisallowNull] T obj) => obj?.GetHashCode() ?? 0;
}

/// <summary>For all other types.</summary>
public sealed class ObjectEqualityComparer<T> : EqualityComparer<T>
{
    public override bool Equals(T? x, T? y)
    {
        if (x is null)
            return y is null;
        return y is not null && (x is IEquatable<T> self ? self.Equals(y) : x.Equals(y));
    }

    public override int GetHashCode([DisallowNull] T obj) => obj?.GetHashCode() ?? 0;
}

/// <summary>For values or nothing.</summary>
public sealed class NullableEqualityComparer<T> : EqualityComparer<T?> where T : struct
{
    public override bool Equals(T? x, T? y) => x.HasValue
        ? y.HasValue && EqualityComparer<T>.Default.Equals(x.GetValueOrDefault(),
            y.GetValueOrDefault())
        : !y.HasValue;

    public override int GetHashCode(T? obj) => obj.GetHashCode();
}

/// <summary>For enumerations.</summary>
public sealed class EnumEqualityComparer<T> : EqualityComparer<T> where T : struct
{
    public override bool Equals(T x, T y) => x.Equals(y);

    public override int GetHashCode(T obj) => obj.GetHashCode();
}

/// <summary>For texts.</summary>
public sealed class StringEqualityComparer : EqualityComparer<string>
{
    public override bool Equals(string? x, string? y) => string.Equals(x, y);

    public override int GetHashCode([DisallowNull] string obj) => obj?.GetHashCode() ?? 0;
}

/// <summary>Asks methods.</summary>
internal sealed class FunctionEqualityComparer<T> : EqualityComparer<T>
{
    private readonly Func<T?, T?, bool> _equals;
    private readonly Func<T, int>? _hash;

    internal FunctionEqualityComparer(Func<T?, T?, bool> equals, Func<T, int>? hash)
    {
        _equals = equals;
        _hash = hash;
    }

    public override bool Equals(T? x, T? y) => _equals(x, y);

    public override int GetHashCode([DisallowNull] T obj) =>
        (_hash ?? throw new NotSupportedException())(obj);
}
