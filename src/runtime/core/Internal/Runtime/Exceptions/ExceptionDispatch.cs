// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Exceptions;

/// <summary>Throws: finds the handler first, then runs what lies on the way, then the handler.
/// </summary>
internal static unsafe class ExceptionDispatch
{
    /// <summary>Entered by RhpThrowEx with the registers of the throwing frame.</summary>
    [RuntimeExport("bulkhead_throw")]
    private static void Throw(Exception? exception, nint none, RegisterSet* registers) =>
        Throw(exception ?? new NullReferenceException(), registers, false);

    /// <summary>Throws in the name of a frame.</summary>
    /// <param name="exception">What is thrown.</param>
    /// <param name="registers">The frame's registers.</param>
    /// <param name="isFault">Whether the program counter is that of an instruction, not of a
    /// return.</param>
    internal static void Throw(Exception exception, RegisterSet* registers, bool isFault)
    {
        exception.BeginTrace();
        Dispatch(exception, registers, isFault, false);
    }

    /// <summary>Entered by RhpRethrow: the exception of the innermost handler goes on.</summary>
    [RuntimeExport("bulkhead_rethrow")]
    private static void Rethrow(nint none, nint nothing, RegisterSet* registers)
    {
        Exception exception = ExceptionOf(ThreadRecord.Current->Dispatches);
        Dispatch(exception, registers, false, true);
    }

    /// <summary>Forgets exceptions whose handlers the thread has left.</summary>
    [RuntimeExport("bulkhead_leave_handlers")]
    private static void LeaveHandlers(nuint stackPointer)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        while (thread->Dispatches != null && (nuint)thread->Dispatches < stackPointer)
            thread->Dispatches = thread->Dispatches->Outer;
    }

    internal static Exception ExceptionOf(DispatchRecord* record) =>
        Unsafe.As<nint, Exception>(ref record->Exception);

    private static void Dispatch(
        Exception exception, RegisterSet* registers, bool isFault, bool isRethrow)
    {
        ThreadRecord* thread = ThreadRecord.Current;
        DispatchRecord record = default;
        record.Outer = thread->Dispatches;
        record.Exception = *(nint*)&exception;
        record.Clause = DispatchRecord.NoClause;
        thread->Dispatches = &record;
        FrameWalk walk = default;
        bool isKnown = walk.Begin(in *registers, record.Outer, isFault);
        if (!isKnown || !Search(&record, ref walk, isRethrow, out Clause* found, out int number))
        {
            UnhandledException.Report(ExceptionOf(&record));
            return;
        }
        nuint target = walk.Registers.StackPointer;
        record.LeftStart = registers->StackPointer;
        Unwind(&record, registers, isFault, target, number);
        record.LeftEnd = target;
        record.Frame = walk.Registers;
        record.Clause = number;
        record.BlockStart = found->Start;
        record.BlockEnd = found->End;
        HandlerCalls.Catch(record.Exception, found->Handler, &record.Frame);
    }

    // First pass: nothing but filters runs.
    private static bool Search(
        DispatchRecord* record, ref FrameWalk walk, bool isRethrow, out Clause* found,
        out int number)
    {
        do
        {
            if (!isRethrow)
                ExceptionOf(record).AddTrace(walk.Place);
            isRethrow = false;
            ClauseList clauses = ClauseList.Of(in walk.Frame);
            uint place = clauses.Instruction(walk.Place);
            PassedBlock passed = walk.Passed;
            for (number = 0; (found = clauses.Next()) != null; number++)
            {
                if (passed.Contains(found, number) || !found->Covers(place))
                    continue;
                if (Catches(record, ref walk, found, number))
                    return true;
            }
        }
        while (walk.MoveNext());
        found = null;
        number = DispatchRecord.NoClause;
        return false;
    }

    private static bool Catches(
        DispatchRecord* record, ref FrameWalk walk, Clause* clause, int number) =>
        clause->Kind switch
        {
            ClauseKind.Typed =>
                TypeCast.IsInstanceOfClass(clause->Type, ExceptionOf(record)) is not null,
            ClauseKind.Filter => Filter(record, ref walk, clause, number),
            _ => false,
        };

    // What a filter throws is as if it had said no. It runs with this record as the innermost, so
    // that its own exceptions end here.
    private static bool Filter(
        DispatchRecord* record, ref FrameWalk walk, Clause* clause, int number)
    {
        record->Frame = walk.Registers;
        record->Clause = number;
        try
        {
            return HandlerCalls.Filter(record->Exception, clause->Filter, &record->Frame) != 0;
        }
        catch
        {
            return false;
        }
    }

    // Second pass: finally handlers up to the frame that catches, and in it up to the clause.
    private static void Unwind(
        DispatchRecord* record, RegisterSet* registers, bool isFault, nuint target, int last)
    {
        FrameWalk walk = default;
        walk.Begin(in *registers, record->Outer, isFault);
        while (true)
        {
            bool isTarget = walk.Registers.StackPointer == target;
            RunFinally(record, ref walk, isTarget ? last : int.MaxValue);
            if (isTarget || !walk.MoveNext())
                return;
        }
    }

    private static void RunFinally(DispatchRecord* record, ref FrameWalk walk, int end)
    {
        ClauseList clauses = ClauseList.Of(in walk.Frame);
        uint place = clauses.Instruction(walk.Place);
        PassedBlock passed = walk.Passed;
        for (int number = 0; number < end; number++)
        {
            Clause* clause = clauses.Next();
            if (clause == null)
                return;
            if (passed.Contains(clause, number) || clause->Kind != ClauseKind.Finally
                || !clause->Covers(place))
                continue;
            record->Frame = walk.Registers;
            record->Clause = number;
            record->BlockStart = clause->Start;
            record->BlockEnd = clause->End;
            record->LeftEnd = walk.Registers.StackPointer;
            HandlerCalls.Finally(0, clause->Handler, &record->Frame);
        }
    }
}
