// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Pseudo-random numbers: with a seed those of the framework (Knuth's subtractive
/// generator),
/// without one from the system counter.</summary>
public class Random
{
    private const int Seed0 = 161803398;
    private const int StateCount = 56;

    private static Random? s_shared;

    private readonly int[] _state = new int[StateCount];
    private int _next;
    private int _nextBehind = 21;

    public Random()
        : this((int)(Diagnostics.Stopwatch.GetTimestamp() * 2654435761))
    {
    }

    public Random(int Seed)
    {
        int subtraction = Seed == int.MinValue ? int.MaxValue : Math.Abs(Seed);
        int last = Seed0 - subtraction;
        _state[55] = last;
        int value = 1;
        for (int i = 1, at = 0; i < 55; i++)
        {
            at += 21;
            if (at >= 55)
                at -= 55;
            _state[at] = value;
            value = last - value;
            if (value < 0)
                value += int.MaxValue;
            last = _state[at];
        }
        for (int round = 1; round < 5; round++)
            Mix();
    }

    public static Random Shared => s_shared ?? MakeShared();

    public virtual int Next() => Sample();

    public virtual int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)(NextDouble() * maxValue);
    }

    public virtual int Next(int minValue, int maxValue)
    {
        if (minValue > maxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(minValue), "'minValue' cannot be greater than maxValue.");
        }
        long range = (long)maxValue - minValue;
        double part = range <= int.MaxValue ? NextDouble() : LargeSample();
        return (int)((long)(part * range) + minValue);
    }

    public virtual long NextInt64()
    {
        while (true)
        {
            ulong value = Bits64() >> 1;
            if (value != long.MaxValue)
                return (long)value;
        }
    }

    public virtual long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return NextInt64(0, maxValue);
    }

    public virtual long NextInt64(long minValue, long maxValue)
    {
        if (minValue > maxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(minValue), "'minValue' cannot be greater than maxValue.");
        }
        ulong range = (ulong)(maxValue - minValue);
        if (range <= 1)
            return minValue;
        int unused = System.Numerics.BitOperations.LeadingZeroCount(range - 1);
        while (true)
        {
            ulong value = Bits64() >> unused;
            if (value < range)
                return minValue + (long)value;
        }
    }

    public virtual double NextDouble() => Sample() * (1.0 / int.MaxValue);

    public virtual float NextSingle()
    {
        while (true)
        {
            float value = (float)NextDouble();
            if (value < 1f)
                return value;
        }
    }

    public virtual void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    public virtual void NextBytes(Span<byte> buffer)
    {
        for (int i = 0; i < buffer.Length; i++)
            buffer[i] = (byte)Next();
    }

    public void Shuffle<T>(Span<T> values)
    {
        for (int i = 0; i < values.Length - 1; i++)
        {
            int other = Next(i, values.Length);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }

    public void Shuffle<T>(T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Shuffle(values.AsSpan());
    }

    public T[] GetItems<T>(T[] choices, int length)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return GetItems(new ReadOnlySpan<T>(choices), length);
    }

    public T[] GetItems<T>(ReadOnlySpan<T> choices, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        T[] items = new T[length];
        GetItems(choices, items.AsSpan());
        return items;
    }

    public void GetItems<T>(ReadOnlySpan<T> choices, Span<T> destination)
    {
        if (choices.IsEmpty)
            throw new ArgumentException("Span may not be empty.", nameof(choices));
        for (int i = 0; i < destination.Length; i++)
            destination[i] = choices[Next(choices.Length)];
    }

    private static Random MakeShared()
    {
        nint place = Internal.Runtime.Heap.EnterImmortal();
        s_shared = Make();
        Internal.Runtime.Heap.LeaveImmortal(place);
        return s_shared;
    }

    // Never part of its caller: the native compiler makes objects before the calls in front of
    // them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Random Make() => new();

    private ulong Bits64() => (uint)Bits(22) | ((ulong)(uint)Bits(22) << 22)
        | ((ulong)(uint)Bits(20) << 44);

    private int Bits(int count) => Sample() >> (31 - count);

    private double LargeSample()
    {
        int value = Sample();
        bool isNegative = Sample() % 2 == 0;
        if (isNegative)
            value = -value;
        return (value + (double)(int.MaxValue - 1)) / ((2 * (double)int.MaxValue) - 1);
    }

    private void Mix()
    {
        for (int i = 1; i < StateCount; i++)
        {
            int at = i + 30;
            if (at >= 55)
                at -= 55;
            _state[i] -= _state[1 + at];
            if (_state[i] < 0)
                _state[i] += int.MaxValue;
        }
    }

    private int Sample()
    {
        if (++_next >= StateCount)
            _next = 1;
        if (++_nextBehind >= StateCount)
            _nextBehind = 1;
        int value = _state[_next] - _state[_nextBehind];
        if (value == int.MaxValue)
            value--;
        if (value < 0)
            value += int.MaxValue;
        _state[_next] = value;
        return value;
    }
}
