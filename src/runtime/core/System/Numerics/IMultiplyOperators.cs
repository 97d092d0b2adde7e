// SPDX-License-Identifier: MIT
namespace System.Numerics;

/// <summary>Types with the operator <c>*</c>.</summary>
public interface IMultiplyOperators<TSelf, TOther, TResult>
    where TSelf : IMultiplyOperators<TSelf, TOther, TResult>?
{
    static abstract TResult operator *(TSelf left, TOther right);
}
