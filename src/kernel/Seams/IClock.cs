// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Seams;

/// <summary>Time: one counter that all CPUs share, and a deadline per CPU.</summary>
public interface IClock
{
    /// <summary>The system counter, in ticks.</summary>
    static abstract ulong Now { get; }

    /// <summary>Ticks per second.</summary>
    static abstract ulong Frequency { get; }

    /// <summary>For how long what has expired may be put off, so that others run: a microsecond.
    /// In ticks.</summary>
    static abstract ulong PauseTicks { get; }

    /// <summary>Requests an interrupt of this CPU at a time; all ones: never.</summary>
    /// <param name="ticks">Absolute time.</param>
    static abstract void ArmTimer(ulong ticks);
}
