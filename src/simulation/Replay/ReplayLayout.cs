// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>
/// The memory through which host and target speak: a region of the partition's memory that every
/// domain of a replayed system has at the same address. <c>tests/target/replay/follower.S</c> holds
/// the same numbers. Offsets are bytes from the region's start, all words are 64 bits.
/// </summary>
public static class ReplayLayout
{
    /// <summary>Guest-physical address of the region in every domain.</summary>
    public const ulong Region = 0x1000_0000;

    /// <summary>Bytes of the region: one large page.</summary>
    public const ulong RegionBytes = 2ul << 20;

    /// <summary>Offset of the number of events that were taken.</summary>
    public const int Taken = 0;

    /// <summary>Offset of the number of events that may be taken.</summary>
    public const int Allowed = 8;

    /// <summary>Offset of the number of events whose outcome is in the log; the host sets it to all
    /// ones before the target starts.</summary>
    public const int Noted = 16;

    /// <summary>Offset of the number of events that the host has put into the list. The target
    /// draws the others from the menu.</summary>
    public const int Filled = 24;

    /// <summary>Offset of the state of the target's random numbers.</summary>
    public const int Random = 32;

    /// <summary>Offset of the number of entries of the menu.</summary>
    public const int MenuCount = 40;

    /// <summary>Offset of the list of events.</summary>
    public const int List = 0x1_0000;

    /// <summary>Offset of the log of outcomes: entry n is what event n-1 led to.</summary>
    public const int Log = 0x8_0000;

    /// <summary>Bytes of an entry of the list or the log.</summary>
    public const int EntryBytes = 96;

    /// <summary>Most events of a trace.</summary>
    public const int EventsMax = 4096;

    /// <summary>Offset of the menu.</summary>
    public const int Menu = 0x10_0000;

    /// <summary>Bytes of an entry of the menu: an entry of the list, then a mask for each of its
    /// words, which says what is random in it.</summary>
    public const int MenuEntryBytes = 2 * EntryBytes;

    /// <summary>Offset of the end of the first thread's stack; thread n's ends
    /// <see cref="StackBytes"/> times n behind it. A stack's top tells threads apart in the
    /// log.</summary>
    public const int FirstStackTop = 0x18_0400;

    /// <summary>Bytes of a thread's stack.</summary>
    public const int StackBytes = 0x400;

    /// <summary>Threads that have a stack of their own.</summary>
    public const int ThreadsMax = 500;

    /// <summary>Hypercall numbers that the follower can make are below.</summary>
    public const uint HypercallsMax = 64;

    /// <summary>Top of a thread's stack.</summary>
    /// <param name="thread">Its number.</param>
    /// <returns>The address.</returns>
    public static ulong StackTopOf(int thread) =>
        Region + FirstStackTop + ((ulong)(thread % ThreadsMax) * StackBytes);

    /// <summary>Address of a thread's message page.</summary>
    /// <param name="thread">Its number.</param>
    /// <returns>The address.</returns>
    public static ulong UtcbOf(int thread) =>
        NativeLayout.Utcb + ((ulong)((thread % ThreadsMax) + 1) * Limits.PageBytes);
}
