// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>Faults of the machine are exceptions of the code that caused them.</summary>
internal static class FaultTests
{
    private const int ManyCount = 200;

    private static Node? s_nothing = s_seen == 1 ? new Node() : null;

    internal static void Run(ref RecordWriter records)
    {
        RunNull(ref records);
        records.That("fault"u8, "call-through-nothing"u8,
            Catch(CallNothing) is NullReferenceException);
        records.That("fault"u8, "call-to-data"u8, Catch(CallData) is AccessViolationException);
        records.That("fault"u8, "far-away"u8, Catch(Far) is AccessViolationException);
        records.That("fault"u8, "constant"u8, Catch(WriteConstant) is AccessViolationException);
        records.That("fault"u8, "registers-are-kept"u8, KeepsRegisters());
        records.That("fault"u8, "many-one-after-another"u8, CatchesEach());
        records.That("fault"u8, "finally-and-filter"u8, RunsHandlers());
        records.That("fault"u8, "leaves-its-scope"u8, LeavesScope());
        records.That("fault"u8, "inside-a-handler"u8, FailsInHandler());
    }

    private static void RunNull(ref RecordWriter records)
    {
        Exception? error = Catch(Read);
        records.That("fault"u8, "null-reference"u8, error is NullReferenceException);
        records.That("fault"u8, "message"u8,
            error?.Message == "Object reference not set to an instance of an object.");
        string trace = error?.StackTrace ?? "";
        records.That("fault"u8, "trace"u8, trace.Contains("FaultTests.Read in "));
        records.That("fault"u8, "trace-line"u8, trace.Contains("FaultTests.cs:line "));
        records.That("fault"u8, "store"u8, Catch(Write) is NullReferenceException);
        records.That("fault"u8, "store-of-a-reference"u8,
            Catch(WriteReference) is NullReferenceException);
        records.That("fault"u8, "store-from-a-scope"u8,
            Catch(WriteFromScope) is NullReferenceException);
    }

    private static Exception? Catch(Action body)
    {
        try
        {
            body();
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    private static Node Nothing() => s_nothing!;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Read() => MemoryUse(Nothing().Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Write() => Nothing().Value = 5;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteReference() => Nothing().Next = new Node();

    private static void WriteFromScope()
    {
        using Bulkhead.Native.Scope scope = Bulkhead.Native.Scope.Enter(4096);
        WriteReference();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MemoryUse(int value) => s_seen = value;

    private static int s_seen;

    private static void CallNothing() => WildCalls.Nothing();

    private static void CallData() => WildCalls.Data();

    // A constant lies where nobody may write.
    private static void WriteConstant() =>
        Unsafe.AsRef(in "constant"u8[0]) = 1;

    private static void Far() => MemoryUse(Unsafe.Add(ref s_seen, (nint)1 << 34));

    private static bool KeepsRegisters()
    {
        long a = Opaque(1), b = Opaque(2), c = Opaque(3), d = Opaque(4);
        double e = Opaque(5), f = Opaque(6);
        for (int count = 0; count < 3; count++)
        {
            try
            {
                a += Deeper(3, b);
                return false;
            }
            catch (NullReferenceException)
            {
                a++;
                e += 0.5;
            }
        }
        return a == 4 && b == 2 && c == 3 && d == 4 && e == 6.5 && f == 6;
    }

    // Uses registers that callees keep before it fails.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Deeper(int depth, long value)
    {
        long a = Opaque(value), b = Opaque(a + 1), c = Opaque(b + 1);
        double d = Opaque(c + 1);
        if (depth == 0) a += Nothing().Value;
        return Deeper(depth - 1, c) + a + b + c + (long)d;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Opaque(long value) => value;

    private static bool CatchesEach()
    {
        long before = Bulkhead.Native.MemoryUse.Used;
        for (int count = 0; count < ManyCount; count++)
        {
            using Bulkhead.Native.Scope scope = Bulkhead.Native.Scope.Enter(4096);
            if (Catch(Read) is not NullReferenceException) return false;
        }
        return Bulkhead.Native.MemoryUse.Used == before;
    }

    private static bool RunsHandlers()
    {
        int steps = 0;
        try
        {
            try
            {
                Read();
            }
            finally
            {
                steps += 1;
            }
        }
        catch (NullReferenceException) when ((steps += 10) < 0)
        {
            return false;
        }
        catch (NullReferenceException) when ((steps += 100) == 110)
        {
            return steps == 111;
        }
        return false;
    }

    private static bool LeavesScope()
    {
        try
        {
            using Bulkhead.Native.Scope scope = Bulkhead.Native.Scope.Enter(4096);
            Read();
            return false;
        }
        catch (NullReferenceException error)
        {
            return error.StackTrace is { Length: > 0 };
        }
    }

    private static bool FailsInHandler()
    {
        try
        {
            try
            {
                Read();
            }
            catch (NullReferenceException)
            {
                try
                {
                    Write();
                }
                finally
                {
                    s_seen = 77;
                }
            }
        }
        catch (NullReferenceException)
        {
            return s_seen == 77;
        }
        return false;
    }
}
