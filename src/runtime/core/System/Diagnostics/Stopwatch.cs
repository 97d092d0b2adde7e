// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System.Diagnostics;

/// <summary>Measures time with the system counter.</summary>
public class Stopwatch
{
    private long _elapsed;
    private long _start;

    /// <summary>Counter ticks per second.</summary>
    public static readonly long Frequency = (long)CounterFrequency();

    public static readonly bool IsHighResolution = true;

    public bool IsRunning { get; private set; }

    public long ElapsedTicks => _elapsed + (IsRunning ? GetTimestamp() - _start : 0);

    public long ElapsedMilliseconds => ElapsedTicks * 1000 / Frequency;

    public TimeSpan Elapsed => GetElapsedTime(0, ElapsedTicks);

    public static Stopwatch StartNew()
    {
        Stopwatch watch = new();
        watch.Start();
        return watch;
    }

    public static long GetTimestamp() => (long)Counter();

    public static TimeSpan GetElapsedTime(long startingTimestamp) =>
        GetElapsedTime(startingTimestamp, GetTimestamp());

    public static TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp)
    {
        long ticks = endingTimestamp - startingTimestamp;
        long seconds = ticks / Frequency;
        return new TimeSpan((seconds * TimeSpan.TicksPerSecond)
            + ((ticks - (seconds * Frequency)) * TimeSpan.TicksPerSecond / Frequency));
    }

    public void Start()
    {
        if (IsRunning)
            return;
        _start = GetTimestamp();
        IsRunning = true;
    }

    public void Stop()
    {
        _elapsed = ElapsedTicks;
        IsRunning = false;
    }

    public void Reset()
    {
        _elapsed = 0;
        IsRunning = false;
    }

    public void Restart()
    {
        _elapsed = 0;
        _start = GetTimestamp();
        IsRunning = true;
    }

    [RuntimeImport("bulkhead_counter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong Counter();

    [RuntimeImport("bulkhead_counter_frequency")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong CounterFrequency();
}
