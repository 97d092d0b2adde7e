// SPDX-License-Identifier: MIT
namespace System.Numerics;

/// <summary>Numbers with an order.</summary>
public interface INumber<TSelf>
    : INumberBase<TSelf>, IComparisonOperators<TSelf, TSelf, bool>,
    IModulusOperators<TSelf, TSelf, TSelf>, IComparable<TSelf>
    where TSelf : INumber<TSelf>?
{
    static abstract TSelf Max(TSelf x, TSelf y);

    static abstract TSelf Min(TSelf x, TSelf y);

    static abstract TSelf Clamp(TSelf value, TSelf min, TSelf max);

    static abstract int Sign(TSelf value);
}
