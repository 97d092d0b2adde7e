// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Jitter;

/// <summary>Words of the victim's block; times in ticks.</summary>
public enum VictimWord : uint
{
    /// <summary>Semaphore that it waits on.</summary>
    Go = 0,

    /// <summary>Semaphore that it raises when it has seen its windows.</summary>
    Done = 1,

    /// <summary>Windows to see.</summary>
    Windows = 2,

    /// <summary>Start of the first.</summary>
    Due = 3,

    /// <summary>Windows to see in the first frame.</summary>
    LeftInFrame = 4,

    /// <summary>Result: windows that were over before it ran.</summary>
    Missed = 5,

    /// <summary>Result: greatest error.</summary>
    Max = 6,

    /// <summary>Result: windows whose error was above the limit.</summary>
    Over = 7,

    /// <summary>The limit.</summary>
    Limit = 8,

    /// <summary>Turns of a loop before it reads the counter, for the self check.</summary>
    Delay = 9,

    /// <summary>From one window to the next.</summary>
    Stride = 10,

    /// <summary>Windows of a frame.</summary>
    WindowsOfFrame = 11,

    /// <summary>From the last window of a frame to the first of the next.</summary>
    LastStride = 12,

    /// <summary>Length of a window.</summary>
    Length = 13,

    /// <summary>Semaphore that nobody raises, to sleep on.</summary>
    Nobody = 14,

    /// <summary>From a window's start to the end of its sleep.</summary>
    Sleep = 15,
}
