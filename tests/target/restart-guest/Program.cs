// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.RestartGuest;

/// <summary>Looks whether the guest's memory is as it is when a machine is switched on, and marks it
/// for the next start.</summary>
public static class Program
{
    private static ulong s_starts;

    /// <summary>The guest's only work.</summary>
    /// <param name="marks">What was found in memory that no file is loaded to, all words
    /// combined.</param>
    [RuntimeExport("guest_main")]
    public static void Main(ulong marks)
    {
        s_starts++;
        bool isNew = marks == 0 && s_starts == 1;
        ReadOnlySpan<byte> text = isNew ? "memory is new\r\n"u8 : "memory is old\r\n"u8;
        foreach (byte value in text) Put(value);
    }

    [RuntimeImport("guest_put")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Put(ulong value);
}
