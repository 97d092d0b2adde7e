// SPDX-License-Identifier: MIT
using Bulkhead.Native.Tests.Threads;

namespace Bulkhead.Threads;

/// <summary>In place of the framework's class in the sources under test: others may run before each
/// access.</summary>
internal static class Volatile
{
    internal static T Read<T>(ref T place) where T : unmanaged
    {
        LockModel.Step();
        return place;
    }

    internal static void Write<T>(ref T place, T value) where T : unmanaged
    {
        LockModel.Step();
        place = value;
    }
}

/// <summary>The same for atomic changes.</summary>
internal static class Interlocked
{
    internal static ulong CompareExchange(ref ulong place, ulong value, ulong comparand)
    {
        LockModel.Step();
        ulong seen = place;
        if (seen == comparand) place = value;
        return seen;
    }
}
