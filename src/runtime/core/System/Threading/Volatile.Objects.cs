// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Threading;

public static partial class Volatile
{
    public static T Read<T>(ref readonly T location) where T : class?
    {
        nint held = Read(ref Unsafe.As<T, nint>(ref Unsafe.AsRef(in location)));
        return Unsafe.As<nint, T>(ref held);
    }

    // An ordinary store, so that the assignment rule is kept, behind all that came before.
    public static void Write<T>(ref T location, T value) where T : class?
    {
        Interlocked.MemoryBarrier();
        location = value;
    }
}
