// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A large whole number, as much as floating-point numbers and their texts need.</summary>
internal struct BigNumber
{
    // 10 to the power of 1100, and room to shift.
    private const int WordsMax = 120;
    private const uint Ten9 = 1_000_000_000;

    private int _count;
    private WordTable _words;

    [InlineArray(WordsMax)]
    private struct WordTable
    {
        private uint _element;
    }

    [UnscopedRef]
    private Span<uint> Words => _words;

    internal readonly bool IsZero => _count == 0;

    internal void Set(ulong value)
    {
        _words[0] = (uint)value;
        _words[1] = (uint)(value >> 32);
        _count = value >> 32 != 0 ? 2 : value != 0 ? 1 : 0;
    }

    /// <summary>Bits up to the highest one.</summary>
    internal readonly int BitCount =>
        _count == 0 ? 0 : (32 * _count) - BitOperations.LeadingZeroCount(_words[_count - 1]);

    internal void MultiplyAdd(uint factor, uint addend)
    {
        ulong carry = addend;
        for (int i = 0; i < _count; i++)
        {
            carry += (ulong)_words[i] * factor;
            _words[i] = (uint)carry;
            carry >>= 32;
        }
        if (carry != 0)
            _words[_count++] = (uint)carry;
    }

    internal void MultiplyPowerOfTen(int exponent)
    {
        for (; exponent >= 9; exponent -= 9)
            MultiplyAdd(Ten9, 0);
        uint rest = 1;
        for (; exponent > 0; exponent--)
            rest *= 10;
        MultiplyAdd(rest, 0);
    }

    internal void ShiftLeft(int bits)
    {
        if (_count == 0 || bits == 0)
            return;
        int words = bits / 32, small = bits % 32;
        _words[_count] = 0;
        for (int i = _count; i >= 0; i--)
        {
            uint low = i > 0 && small != 0 ? _words[i - 1] >> (32 - small) : 0;
            _words[i + words] = (_words[i] << small) | low;
        }
        for (int i = 0; i < words; i++)
            _words[i] = 0;
        _count += words + 1;
        if (_words[_count - 1] == 0)
            _count--;
    }

    internal static int Compare(in BigNumber left, in BigNumber right)
    {
        if (left._count != right._count)
            return left._count < right._count ? -1 : 1;
        for (int i = left._count - 1; i >= 0; i--)
        {
            if (left._words[i] != right._words[i])
                return left._words[i] < right._words[i] ? -1 : 1;
        }
        return 0;
    }

    /// <summary>Compares a sum with a number.</summary>
    internal static int CompareSum(in BigNumber left, in BigNumber addend, in BigNumber right)
    {
        BigNumber sum = left;
        sum.Add(in addend);
        return Compare(in sum, in right);
    }

    internal void Add(in BigNumber other)
    {
        ulong carry = 0;
        int count = Math.Max(_count, other._count);
        for (int i = 0; i < count; i++)
        {
            carry += (i < _count ? _words[i] : 0) + (ulong)(i < other._count ? other._words[i] : 0);
            _words[i] = (uint)carry;
            carry >>= 32;
        }
        _count = count;
        if (carry != 0)
            _words[_count++] = (uint)carry;
    }

    /// <summary>Takes a number away that is not larger.</summary>
    internal void Subtract(in BigNumber other)
    {
        long borrow = 0;
        for (int i = 0; i < _count; i++)
        {
            borrow += _words[i] - (long)(i < other._count ? other._words[i] : 0);
            _words[i] = (uint)borrow;
            borrow >>= 32;
        }
        while (_count > 0 && _words[_count - 1] == 0)
            _count--;
    }

    /// <summary>Divides when the quotient is below ten; the rest stays.</summary>
    internal int DivideDigit(in BigNumber divisor)
    {
        int digit = 0;
        while (Compare(in this, in divisor) >= 0)
        {
            Subtract(in divisor);
            digit++;
        }
        return digit;
    }
}
