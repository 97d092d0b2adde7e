// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>Whatever leads to an exception that left its scope leads to the same one later.
/// </summary>
internal static class KeptExceptionTests
{
    private static Exception? s_last;
    private static string? s_text;
    private static Pair s_pair;

    private struct Pair
    {
        internal int Number;
        internal Exception? Error;
    }

    internal static void Run(ref RecordWriter records)
    {
        records.That("kept-exception"u8, "in-variables"u8, StaysInVariables());
        records.That("kept-exception"u8, "text-in-a-variable"u8, StaysAsText());
        records.That("kept-exception"u8, "span-in-a-variable"u8, StaysAsSpan());
        records.That("kept-exception"u8, "variables-do-not-grow"u8, VariablesDoNotGrow());
        s_last = BoundaryTests.Leaving(1);
        BoundaryTests.LeaveMany();
        records.That("kept-exception"u8, "stored-outside-scopes"u8, IsWhole(s_last, 1));
        s_text = BoundaryTests.Leaving(2).Message;
        BoundaryTests.LeaveMany();
        records.That("kept-exception"u8, "text-stored-outside-scopes"u8, s_text == "number 2");
        records.That("kept-exception"u8, "cause-outside-scopes"u8, IsCause());
        s_last = null;
        records.That("kept-exception"u8, "store-out-of-a-scope-is-refused"u8,
            Refuses(() => s_last = BoundaryTests.Leaving(4)) && s_last is null);
        s_pair = default;
        records.That("kept-exception"u8, "structure-out-of-a-scope-is-refused"u8,
            Refuses(() => s_pair = new Pair { Number = 1, Error = BoundaryTests.Leaving(4) })
                && s_pair.Error is null);
        records.That("kept-exception"u8, "kept-out-of-a-scope"u8, KeepsOutOfScope());
        records.That("kept-exception"u8, "list-in-a-scope"u8, ListsInScope(-1));
        records.That("kept-exception"u8, "list-in-the-scope-around"u8, ListsInOuterScope());
        records.That("kept-exception"u8, "aggregate"u8, Aggregates());
        records.That("kept-exception"u8, "full-scope"u8, LeavesFullScope());
        s_last = null;
        s_text = null;
    }

    private static bool IsWhole(Exception? error, int number) =>
        error is BoundaryTests.Trouble trouble && trouble.Number == number
            && error.Message == $"number {number}"
            && error.InnerException is FormatException inner
            && inner.Message == $"inside {number}";

    private static bool StaysInVariables()
    {
        Exception first = BoundaryTests.Leaving(1), second = BoundaryTests.Leaving(2);
        Exception third = BoundaryTests.Leaving(3), fourth = BoundaryTests.Leaving(4);
        Exception fifth = BoundaryTests.Leaving(5), sixth = BoundaryTests.Leaving(6);
        BoundaryTests.LeaveMany();
        return IsWhole(first, 1) && IsWhole(second, 2) && IsWhole(third, 3)
            && IsWhole(fourth, 4) && IsWhole(fifth, 5) && IsWhole(sixth, 6);
    }

    private static bool StaysAsText()
    {
        string text = BoundaryTests.Leaving(1).Message;
        BoundaryTests.LeaveMany();
        return text == "number 1";
    }

    private static bool StaysAsSpan()
    {
        ReadOnlySpan<char> number = BoundaryTests.Leaving(7).Message.AsSpan(7);
        BoundaryTests.LeaveMany();
        return number is "7";
    }

    private static bool VariablesDoNotGrow()
    {
        // Words that variables have left on the stack count, too: the first turns may need more.
        for (int turn = 0; turn < 3; turn++) StaysInVariables();
        long size = MemoryUse.ScopeSize;
        for (int turn = 0; turn < 50; turn++)
        {
            if (!StaysInVariables()) return false;
        }
        return MemoryUse.ScopeSize == size;
    }

    private static bool IsCause()
    {
        Exception wrapped = new InvalidOperationException("outer", BoundaryTests.Leaving(3));
        BoundaryTests.LeaveMany();
        return IsWhole(wrapped.InnerException, 3);
    }

    private static bool Refuses(Action store)
    {
        using Scope scope = Scope.Enter();
        try
        {
            store();
            return false;
        }
        catch (AssignmentException)
        {
            return true;
        }
    }

    private static bool KeepsOutOfScope()
    {
        using (Scope scope = Scope.Enter())
        {
            s_last = ImmortalMemory.Keep(BoundaryTests.Leaving(5));
        }
        BoundaryTests.LeaveMany();
        return IsWhole(s_last, 5);
    }

    // What failed is collected, and looked at when all is done.
    private static bool ListsInScope(int bytesMax)
    {
        using Scope scope = Scope.Enter(bytesMax);
        List<Exception> errors = [];
        for (int number = 0; number < 10; number++) errors.Add(BoundaryTests.Leaving(number));
        for (int number = 0; number < 10; number++)
        {
            if (!IsWhole(errors[number], number)) return false;
        }
        return true;
    }

    private static bool ListsInOuterScope()
    {
        using Scope scope = Scope.Enter(131072);
        List<Exception> errors = new(4);
        try
        {
            using Scope inner = Scope.Enter(49152);
            errors.Add(BoundaryTests.Leaving(1));
            return false;
        }
        catch (AssignmentException)
        {
            return ListsInScope(65536);
        }
    }

    private static bool Aggregates()
    {
        AggregateException all = new(BoundaryTests.Leaving(1), BoundaryTests.Leaving(2));
        BoundaryTests.LeaveMany();
        return IsWhole(all.InnerExceptions[0], 1) && IsWhole(all.InnerExceptions[1], 2);
    }

    private static bool LeavesFullScope()
    {
        try
        {
            using Scope scope = Scope.Enter();
            Exception inner = new FormatException("inside 6");
            Exception error = new BoundaryTests.Trouble("number 6", 6, inner);
            FillScope();
            throw error;
        }
        catch (Exception error)
        {
            return IsWhole(error, 6);
        }
    }

    private static void FillScope()
    {
        try
        {
            while (true) GC.KeepAlive(new byte[64]);
        }
        catch (OutOfMemoryException)
        {
        }
    }
}
