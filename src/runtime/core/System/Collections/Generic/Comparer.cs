// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>The order that a type itself has.</summary>
public abstract class Comparer<T> : IComparer, IComparer<T>
{
    private static Comparer<T>? s_default;

    public static Comparer<T> Default => s_default ?? MakeDefault();

    public static Comparer<T> Create(Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new ComparisonComparer<T>(comparison);
    }

    public abstract int Compare(T? x, T? y);

    int IComparer.Compare(object? x, object? y)
    {
        if (x is null)
            return y is null ? 0 : -1;
        return y is null ? 1 : Compare((T)x, (T)y);
    }

    private static Comparer<T> MakeDefault()
    {
        nint place = Internal.Runtime.Heap.EnterImmortal();
        s_default = Make();
        Internal.Runtime.Heap.LeaveImmortal(place);
        return s_default;
    }

    // Never part of its caller: the native compiler makes objects before the calls in front of
    // them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static NaturalComparer<T> Make() => new();
}

/// <summary>Asks the values themselves.</summary>
internal sealed class NaturalComparer<T> : Comparer<T>
{
    public override int Compare(T? x, T? y)
    {
        if (x is null)
            return y is null ? 0 : -1;
        if (y is null)
            return 1;
        if (x is IComparable<T> ordered)
            return ordered.CompareTo(y);
        if (x is IComparable objects)
            return objects.CompareTo(y);
        throw new ArgumentException("At least one object must implement IComparable.");
    }
}

/// <summary>Asks a method.</summary>
internal sealed class ComparisonComparer<T> : Comparer<T>
{
    private readonly Comparison<T> _comparison;

    internal ComparisonComparer(Comparison<T> comparison) => _comparison = comparison;

    public override int Compare(T? x, T? y) => _comparison(x!, y!);
}
