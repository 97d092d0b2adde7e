// SPDX-License-Identifier: MIT
namespace System.Numerics;

/// <summary>Types with an order.</summary>
public interface IComparisonOperators<TSelf, TOther, TResult>
    : IEqualityOperators<TSelf, TOther, TResult>
    where TSelf : IComparisonOperators<TSelf, TOther, TResult>?
{
    static abstract TResult operator <(TSelf left, TOther right);

    static abstract TResult operator >(TSelf left, TOther right);

    static abstract TResult operator <=(TSelf left, TOther right);

    static abstract TResult operator >=(TSelf left, TOther right);
}
