// SPDX-License-Identifier: MIT
using System.Text;

namespace System;

/// <summary>A duration in steps of 100 ns.</summary>
public readonly partial struct TimeSpan : IComparable, IComparable<TimeSpan>, IEquatable<TimeSpan>,
    ISpanFormattable, ISpanParsable<TimeSpan>, IUtf8SpanFormattable
{
    public const long NanosecondsPerTick = 100;
    public const long TicksPerMicrosecond = 10;
    public const long TicksPerMillisecond = 10_000;
    public const long TicksPerSecond = 10_000_000;
    public const long TicksPerMinute = 600_000_000;
    public const long TicksPerHour = 36_000_000_000;
    public const long TicksPerDay = 864_000_000_000;

    private readonly long _ticks;

    public TimeSpan(long ticks) => _ticks = ticks;

    public TimeSpan(int hours, int minutes, int seconds)
        : this(0, hours, minutes, seconds, 0)
    {
    }

    public TimeSpan(int days, int hours, int minutes, int seconds)
        : this(days, hours, minutes, seconds, 0)
    {
    }

    public TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds) =>
        _ticks = (((((((days * 24L) + hours) * 60) + minutes) * 60) + seconds) * TicksPerSecond)
            + (milliseconds * TicksPerMillisecond);

    public static readonly TimeSpan Zero = new(0);
    public static readonly TimeSpan MaxValue = new(long.MaxValue);
    public static readonly TimeSpan MinValue = new(long.MinValue);

    public long Ticks => _ticks;

    public int Days => (int)(_ticks / TicksPerDay);

    public int Hours => (int)(_ticks / TicksPerHour % 24);

    public int Minutes => (int)(_ticks / TicksPerMinute % 60);

    public int Seconds => (int)(_ticks / TicksPerSecond % 60);

    public int Milliseconds => (int)(_ticks / TicksPerMillisecond % 1000);

    public int Microseconds => (int)(_ticks / TicksPerMicrosecond % 1000);

    public double TotalDays => (double)_ticks / TicksPerDay;

    public double TotalHours => (double)_ticks / TicksPerHour;

    public double TotalMinutes => (double)_ticks / TicksPerMinute;

    public double TotalSeconds => (double)_ticks / TicksPerSecond;

    public double TotalMilliseconds => (double)_ticks / TicksPerMillisecond;

    public double TotalMicroseconds => (double)_ticks / TicksPerMicrosecond;

    public double TotalNanoseconds => (double)_ticks * NanosecondsPerTick;

    public static TimeSpan FromTicks(long value) => new(value);

    public static TimeSpan FromDays(double value) => From(value, TicksPerDay);

    public static TimeSpan FromDays(int days) => new(checked(days * TicksPerDay));

    public static TimeSpan FromHours(double value) => From(value, TicksPerHour);

    public static TimeSpan FromHours(int hours) => new(checked(hours * TicksPerHour));

    public static TimeSpan FromMinutes(double value) => From(value, TicksPerMinute);

    public static TimeSpan FromMinutes(long minutes) => new(checked(minutes * TicksPerMinute));

    public static TimeSpan FromSeconds(double value) => From(value, TicksPerSecond);

    public static TimeSpan FromSeconds(long seconds) => new(checked(seconds * TicksPerSecond));

    public static TimeSpan FromMilliseconds(double value) => From(value, TicksPerMillisecond);

    public static TimeSpan FromMilliseconds(long milliseconds) =>
        new(checked(milliseconds * TicksPerMillisecond));

    public static TimeSpan FromMilliseconds(long milliseconds, long microseconds) =>
        new(checked((milliseconds * TicksPerMillisecond) + (microseconds * TicksPerMicrosecond)));

    public static TimeSpan FromMicroseconds(double value) => From(value, TicksPerMicrosecond);

    public static TimeSpan FromMicroseconds(long microseconds) =>
        new(checked(microseconds * TicksPerMicrosecond));

    public TimeSpan Add(TimeSpan ts) => this + ts;

    public TimeSpan Subtract(TimeSpan ts) => this - ts;

    public TimeSpan Duration() => _ticks < 0 ? -this : this;

    public TimeSpan Negate() => -this;

    public TimeSpan Multiply(double factor) => this * factor;

    public TimeSpan Divide(double divisor) => this / divisor;

    public int CompareTo(TimeSpan value) => _ticks.CompareTo(value._ticks);

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        TimeSpan other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type TimeSpan."),
    };

    public bool Equals(TimeSpan obj) => _ticks == obj._ticks;

    public override bool Equals(object? value) => value is TimeSpan other && Equals(other);

    public override int GetHashCode() => _ticks.GetHashCode();

    public static TimeSpan operator -(TimeSpan t) => t._ticks == long.MinValue
        ? throw TooLong() : new(-t._ticks);

    public static TimeSpan operator +(TimeSpan t) => t;

    public static TimeSpan operator +(TimeSpan t1, TimeSpan t2)
    {
        long sum = t1._ticks + t2._ticks;
        return ((t1._ticks ^ sum) & (t2._ticks ^ sum)) < 0 ? throw TooLong() : new(sum);
    }

    public static TimeSpan operator -(TimeSpan t1, TimeSpan t2)
    {
        long difference = t1._ticks - t2._ticks;
        return ((t1._ticks ^ t2._ticks) & (t1._ticks ^ difference)) < 0
            ? throw TooLong() : new(difference);
    }

    public static TimeSpan operator *(TimeSpan timeSpan, double factor) =>
        From(Math.Round(timeSpan._ticks * factor), 1);

    public static TimeSpan operator *(double factor, TimeSpan timeSpan) => timeSpan * factor;

    public static TimeSpan operator /(TimeSpan timeSpan, double divisor) =>
        From(Math.Round(timeSpan._ticks / divisor), 1);

    public static double operator /(TimeSpan t1, TimeSpan t2) => (double)t1._ticks / t2._ticks;

    public static bool operator ==(TimeSpan t1, TimeSpan t2) => t1._ticks == t2._ticks;

    public static bool operator !=(TimeSpan t1, TimeSpan t2) => t1._ticks != t2._ticks;

    public static bool operator <(TimeSpan t1, TimeSpan t2) => t1._ticks < t2._ticks;

    public static bool operator >(TimeSpan t1, TimeSpan t2) => t1._ticks > t2._ticks;

    public static bool operator <=(TimeSpan t1, TimeSpan t2) => t1._ticks <= t2._ticks;

    public static bool operator >=(TimeSpan t1, TimeSpan t2) => t1._ticks >= t2._ticks;

    private static OverflowException TooLong() => new(
        "TimeSpan overflowed because the duration is too long.");

    private static TimeSpan From(double value, double scale)
    {
        if (double.IsNaN(value))
            throw new ArgumentException(
                "TimeSpan does not accept floating point Not-a-Number values.");
        double ticks = value * scale;
        if (ticks > long.MaxValue || ticks < long.MinValue)
            throw TooLong();
        return new((long)ticks);
    }
}
