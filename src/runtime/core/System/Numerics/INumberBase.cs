// SPDX-License-Identifier: MIT
namespace System.Numerics;

/// <summary>What all numbers have.</summary>
public interface INumberBase<TSelf>
    : IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>,
    IMultiplyOperators<TSelf, TSelf, TSelf>, IDivisionOperators<TSelf, TSelf, TSelf>,
    IEqualityOperators<TSelf, TSelf, bool>
    where TSelf : INumberBase<TSelf>?
{
    static abstract TSelf Zero { get; }

    static abstract TSelf One { get; }

    static abstract TSelf Abs(TSelf value);

    static abstract bool IsNegative(TSelf value);

    static abstract bool IsZero(TSelf value);
}
