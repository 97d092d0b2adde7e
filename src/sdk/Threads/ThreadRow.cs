// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Threads;

/// <summary>What the threads of a partition know of one of them. threads.S has the same
/// offsets.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ThreadRow
{
    /// <summary>Rows: of the main thread and the declared ones by number, of the server thread on
    /// the partition's CPU, and of those on other CPUs by CPU.</summary>
    internal const uint Count = 16;

    /// <summary>Row of the server thread on the partition's CPU.</summary>
    internal const uint OwnServer = 7;

    /// <summary>Row of the server thread on CPU 0; that on CPU n is n behind.</summary>
    internal const uint FirstServer = 8;

    /// <summary>Bit n set: the thread of row n waits for a lock of this one, or is about
    /// to.</summary>
    internal ulong Announced;

    /// <summary>A <see cref="ThreadPhase"/>.</summary>
    internal int Phase;

    /// <summary>What its body is doing.</summary>
    internal BodyState State;

    /// <summary>Stack pointer of the body while it is parked.</summary>
    internal ulong Stack;

    /// <summary>What it runs.</summary>
    internal nint Method;

    /// <summary>What that is given.</summary>
    internal ulong Argument;

    /// <summary>Address of the word of the lock that it waits for, 0: none.</summary>
    internal nint Wanted;

    /// <summary>Not 0: the runtime has made its record since the partition started.</summary>
    internal ulong IsKnown;

    private readonly ulong _reserved;
}
