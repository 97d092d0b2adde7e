// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>An exception that leaves its scope keeps what it says.</summary>
internal static class BoundaryTests
{
    private const int ManyCount = 100;

    private static Exception? s_kept;

    internal sealed class Trouble(string message, int number, Exception? inner)
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
        NestedTests(ref records);
        KeepTests(ref records);
        KeptExceptionTests.Run(ref records);
    }

    /// <summary>An exception that has left its scope.</summary>
    internal static Exception Leaving(int number)
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

    private static void NestedTests(ref RecordWriter records)
    {
        Exception kept = LeavingTwo(4);
        Overwrite();
        records.That("boundary"u8, "message-of-an-outer-scope"u8, kept.Message == "number 4");
        records.That("boundary"u8, "inner-exception-of-an-outer-scope"u8,
            kept.InnerException is FormatException { Message: "inside 4" });
        records.That("boundary"u8, "trace-of-an-inner-exception-of-an-outer-scope"u8,
            kept.InnerException?.StackTrace is { Length: > 0 });
        records.That("boundary"u8, "trace-through-two-scopes"u8,
            kept.StackTrace is { Length: > 0 });
        records.That("boundary"u8, "handled-while-others-leave"u8, IsWholeWhileHandled());
        records.That("boundary"u8, "under-way-while-others-leave"u8, IsWholeUnderWay());
        records.That("boundary"u8, "six-handlers-at-once"u8, IsWholeInHandlers(6));
        records.That("boundary"u8, "handlers-do-not-grow"u8, HandlersDoNotGrow());
        records.That("boundary"u8, "cause-that-left-a-scope"u8, KeepsCause());
    }

    private static void KeepTests(ref RecordWriter records)
    {
        long before = MemoryUse.Used;
        s_kept = ImmortalMemory.Keep(Leaving(8));
        LeaveMany();
        records.That("boundary"u8, "kept-takes-a-kilobyte"u8, MemoryUse.Used <= before + 1024);
        records.That("boundary"u8, "kept"u8, s_kept is Trouble { Number: 8, Message: "number 8" }
            && s_kept.InnerException?.Message == "inside 8");
        records.That("boundary"u8, "kept-in-its-scope-is-refused"u8, RefusesToKeep());
        s_kept = null;
    }

    private static bool RefusesToKeep()
    {
        using Scope scope = Scope.Enter();
        try
        {
            s_kept = ImmortalMemory.Keep(Thrown($"inside {9}"));
            return false;
        }
        catch (AssignmentException)
        {
            return s_kept is Trouble { Number: 8 };
        }
    }

    private static Exception LeavingTwo(int number)
    {
        try
        {
            using Scope outer = Scope.Enter(65536);
            string message = $"number {number}";
            Exception inside = Thrown($"inside {number}");
            using Scope inner = Scope.Enter(16384);
            throw new Trouble(message, number, inside);
        }
        catch (Trouble error)
        {
            return error;
        }
    }

    private static Exception Thrown(string message)
    {
        try
        {
            throw new FormatException(message);
        }
        catch (FormatException error)
        {
            return error;
        }
    }

    private static void Overwrite()
    {
        using Scope scope = Scope.Enter();
        Array.Fill(new int[4000], -1);
    }

    /// <summary>Others use the places again.</summary>
    internal static void LeaveMany()
    {
        for (int number = 20; number < 30; number++) Leaving(number);
    }

    private static bool IsWholeWhileHandled()
    {
        try
        {
            using Scope scope = Scope.Enter(32768);
            throw new Trouble($"number {5}", 5, null);
        }
        catch (Trouble error)
        {
            LeaveMany();
            return error.Message == "number 5" && error.Number == 5;
        }
    }

    private static bool IsWholeUnderWay()
    {
        try
        {
            try
            {
                using Scope scope = Scope.Enter(32768);
                throw new Trouble($"number {6}", 6, null);
            }
            finally
            {
                LeaveMany();
            }
        }
        catch (Trouble error)
        {
            return error.Message == "number 6" && error.Number == 6;
        }
    }

    private static bool IsWholeInHandlers(int depth)
    {
        if (depth == 0) return true;
        try
        {
            using Scope scope = Scope.Enter(32768);
            throw new Trouble($"number {depth}", depth, null);
        }
        catch (Trouble error)
        {
            return IsWholeInHandlers(depth - 1) && error.Number == depth
                && error.Message.Length == 8;
        }
    }

    private static bool HandlersDoNotGrow()
    {
        long before = MemoryUse.Used;
        for (int turn = 0; turn < 10; turn++) IsWholeInHandlers(6);
        return MemoryUse.Used == before;
    }

    // What was caught has left an inner scope; what it caused leaves an outer one.
    private static bool KeepsCause()
    {
        try
        {
            using Scope outer = Scope.Enter(65536);
            try
            {
                using Scope inner = Scope.Enter(16384);
                throw new FormatException($"inside {7}");
            }
            catch (FormatException error)
            {
                throw new Trouble($"number {7}", 7, error);
            }
        }
        catch (Trouble error)
        {
            LeaveMany();
            return error.Message == "number 7"
                && error.InnerException is FormatException { Message: "inside 7" };
        }
    }
}
