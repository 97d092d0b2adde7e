// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>An exception that leaves its scope keeps what it says.</summary>
internal static class BoundaryTests
{
    private const int ManyCount = 100;

    private sealed class Trouble(string message, int number, Exception? inner)
        : Exception(message, inner)
    {
        internal int Number { get; } = number;
    }

    internal static void Run(ref RecordWriter records)
    {
        Exception kept = Leaving(1);
        records.That("boundary"u8, "type"u8, kept is Trouble);
        records.That("boundary"u8, "message"u8, kept.Message == "number 1");
        records.Equal("boundary"u8, "field"u8, 1, (ulong)((kept as Trouble)?.Number ?? 0));
        records.That("boundary"u8, "inner-exception"u8,
            kept.InnerException is FormatException { Message: "inside 1" });
        records.That("boundary"u8, "trace"u8, kept.StackTrace is { Length: > 0 });
        records.That("boundary"u8, "three-scopes"u8, ThroughThree().Message == "number 3");
        records.That("boundary"u8, "many-one-after-another"u8, KeepsEach());
        records.That("boundary"u8, "message-too-long"u8, IsCutOrWhole());
        records.That("boundary"u8, "no-memory-grows"u8, DoesNotGrow());
        records.That("boundary"u8, "rethrown-outside"u8, IsRethrown());
    }

    private static Exception Leaving(int number)
    {
        try
        {
            using Scope scope = Scope.Enter(32768);
            throw new Trouble($"number {number}", number,
                new FormatException($"inside {number}"));
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static Exception ThroughThree()
    {
        try
        {
            using Scope first = Scope.Enter(65536);
            using Scope second = Scope.Enter(32768);
            using Scope third = Scope.Enter(16384);
            throw new Trouble($"number {3}", 3, null);
        }
        catch (Trouble error)
        {
            return error;
        }
    }

    private static bool KeepsEach()
    {
        for (int number = 0; number < ManyCount; number++)
        {
            if (Leaving(number).Message != $"number {number}") return false;
        }
        return true;
    }

    private static bool IsCutOrWhole()
    {
        try
        {
            using Scope scope = Scope.Enter(65536);
            throw new Trouble(new string('x', 5000), 1, null);
        }
        catch (Trouble error)
        {
            return error.Message.Length is > 0 and <= 5000 && error.Message[0] == 'x';
        }
    }

    private static bool DoesNotGrow()
    {
        Leaving(0);
        long before = MemoryUse.Used;
        for (int number = 0; number < ManyCount; number++) Leaving(number);
        return MemoryUse.Used == before;
    }

    private static bool IsRethrown()
    {
        try
        {
            try
            {
                using Scope scope = Scope.Enter(32768);
                throw new Trouble($"number {9}", 9, null);
            }
            catch (Trouble)
            {
                throw;
            }
        }
        catch (Trouble error)
        {
            return error.Number == 9 && error.Message == "number 9";
        }
    }
}
