// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>Immortal memory that is full.</summary>
internal static class MemoryTests
{
    private static Node? s_last;

    internal static void Run(ref RecordWriter records)
    {
        int made = Fill();
        records.That("memory"u8, "full"u8, made > 1000);
        records.Equal("memory"u8, "all-of-it-is-whole"u8, (ulong)made, Count());
        records.That("memory"u8, "stays-full"u8, Fill() < 64);
        records.That("memory"u8, "scopes-still-work"u8, ScopesWork());
        records.That("memory"u8, "exceptions-still-work"u8, ExceptionsWork());
        s_last = null;
    }

    private static int Fill()
    {
        int made = 0;
        try
        {
            while (true)
            {
                s_last = new Node { Next = s_last, Value = made };
                made++;
            }
        }
        catch (OutOfMemoryException)
        {
            return made;
        }
    }

    private static ulong Count()
    {
        ulong count = 0;
        for (Node? node = s_last; node is not null; node = node.Next) count++;
        return count;
    }

    private static bool ScopesWork()
    {
        using Scope scope = Scope.Enter();
        return $"{1} and {2}" == "1 and 2";
    }

    private static bool ExceptionsWork()
    {
        try
        {
            using Scope scope = Scope.Enter();
            throw new FormatException("full");
        }
        catch (FormatException error)
        {
            return error.Message == "full";
        }
    }
}
