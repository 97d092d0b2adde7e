// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A number as decimal digits: 0.d1d2d3… times ten to the power of <see cref="Point"/>.
/// </summary>
internal struct DecimalNumber
{
    internal const int DigitsMax = 352;

    /// <summary>Digits before the decimal point; below zero: zeros behind it.</summary>
    internal int Point;

    internal int Count;
    internal bool IsNegative;

    /// <summary>Whether digits that are not zero were left out.</summary>
    internal bool IsTruncated;

    private DigitTable _digits;

    [InlineArray(DigitsMax)]
    private struct DigitTable
    {
        private byte _element;
    }

    [UnscopedRef]
    internal Span<byte> Digits => _digits;

    internal readonly int this[int index] => index >= 0 && index < Count ? _digits[index] : 0;

    internal static DecimalNumber Of(ulong magnitude, bool isNegative)
    {
        DecimalNumber number = default;
        number.IsNegative = isNegative;
        int count = 0;
        for (ulong rest = magnitude; rest != 0; rest /= 10)
            count++;
        number.Count = count;
        number.Point = count;
        for (ulong rest = magnitude; rest != 0; rest /= 10)
            number._digits[--count] = (byte)(rest % 10);
        number.DropZeros();
        return number;
    }

    internal void Append(int digit)
    {
        if (Count < DigitsMax)
            _digits[Count++] = (byte)digit;
        else
            IsTruncated |= digit != 0;
    }

    internal void DropZeros()
    {
        while (Count > 0 && _digits[Count - 1] == 0)
            Count--;
        if (Count == 0)
            Point = 0;
    }

    /// <summary>Keeps some digits; five and more round away from zero.</summary>
    internal void Round(int count)
    {
        if (count >= Count)
            return;
        if (count < 0)
        {
            Count = 0;
            Point = 0;
            return;
        }
        bool isUp = _digits[count] >= 5;
        Count = count;
        int at = count - 1;
        if (isUp)
        {
            while (at >= 0 && _digits[at] == 9)
                at--;
            if (at < 0)
            {
                _digits[0] = 1;
                Count = 1;
                Point++;
                return;
            }
            _digits[at]++;
            Count = at + 1;
        }
        DropZeros();
    }

    /// <summary>The value as an integer.</summary>
    /// <returns>False when it is too large or has a fraction that is not zero.</returns>
    internal readonly bool TryInteger(out ulong value)
    {
        value = 0;
        if (Count > Point || Point > 20)
            return Count == 0;
        for (int i = 0; i < Point; i++)
        {
            ulong digit = (ulong)this[i];
            if (value > (ulong.MaxValue - digit) / 10)
                return false;
            value = (value * 10) + digit;
        }
        return true;
    }
}
