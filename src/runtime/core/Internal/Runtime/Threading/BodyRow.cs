// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime.Threading;

/// <summary>What hand-written code keeps of a thread, the SDK's Threads/threads.S.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct BodyRow
{
    /// <summary>A bit for each thread that waits for one of its locks.</summary>
    internal ulong Announced;

    /// <summary>0: free; <see cref="Requested"/>; 2: runs.</summary>
    internal int Phase;

    internal int State;
    internal nint Stack;

    /// <summary>What it runs.</summary>
    internal delegate*<ulong, void> Method;

    internal ulong Argument;
    private fixed ulong _rest[3];

    internal const int Free = 0;
    internal const int Requested = 1;
}
