// SPDX-License-Identifier: MIT
namespace System.Numerics;

/// <summary>Types with the operator <c>+</c>.</summary>
public interface IAdditionOperators<TSelf, TOther, TResult>
    where TSelf : IAdditionOperators<TSelf, TOther, TResult>?
{
    static abstract TResult operator +(TSelf left, TOther right);
}
