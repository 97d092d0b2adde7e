// SPDX-License-Identifier: MIT
namespace System.Numerics;

/// <summary>Types with equality operators.</summary>
public interface IEqualityOperators<TSelf, TOther, TResult>
    where TSelf : IEqualityOperators<TSelf, TOther, TResult>?
{
    static abstract TResult operator ==(TSelf? left, TOther? right);

    static abstract TResult operator !=(TSelf? left, TOther? right);
}
