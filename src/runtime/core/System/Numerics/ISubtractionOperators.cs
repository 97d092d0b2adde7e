// SPDX-License-Identifier: MIT
namespace System.Numerics;

/// <summary>Types with the operator <c>-</c>.</summary>
public interface ISubtractionOperators<TSelf, TOther, TResult>
    where TSelf : ISubtractionOperators<TSelf, TOther, TResult>?
{
    static abstract TResult operator -(TSelf left, TOther right);
}
