// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>A stack that ends is an exception: whatever the frame's size is that hits the end, and
/// whatever was to be done there.</summary>
internal static class OverflowTests
{
    private static readonly FormatException s_trouble = new();
    private static int s_left;

    internal static void Run(ref RecordWriter records)
    {
        records.That("overflow"u8, "in-small-frames"u8, Recovers(Small));
        records.That("overflow"u8, "in-frames-of-600-bytes"u8, Recovers(Frames600));
        records.That("overflow"u8, "in-frames-of-3000-bytes"u8, Recovers(Frames3000));
        records.That("overflow"u8, "in-frames-of-6000-bytes"u8, Recovers(Frames6000));
        records.That("overflow"u8, "in-frames-of-20000-bytes"u8, Recovers(Frames20000));
        records.That("overflow"u8, "on-the-stack-by-hand"u8, Recovers(Blocks));
        records.That("overflow"u8, "with-doubles"u8, Recovers(depth => (int)Doubles(depth)));
        records.That("overflow"u8, "while-allocating"u8, Recovers(Allocating));
        records.That("overflow"u8, "while-finding-memory"u8, Recovers(FindingMemory));
        records.That("overflow"u8, "while-throwing"u8, Recovers(Throwing));
        records.That("overflow"u8, "while-formatting"u8, Recovers(Formatting));
        records.That("overflow"u8, "finally-runs-in-each-frame"u8, RunsFinally());
        records.That("overflow"u8, "caught-halfway"u8, IsCaughtHalfway());
        records.That("overflow"u8, "filter"u8, AsksFilter());
        records.That("overflow"u8, "leaves-scopes"u8, LeavesScopes());
        records.That("overflow"u8, "trace"u8, HasTrace());
        records.That("overflow"u8, "handler-allocates"u8, HandlerAllocates());
    }

    // Several times: nothing of the stack is lost, and locals are what they were.
    private static bool Recovers(Func<int, int> recursion)
    {
        long first = Opaque(1), second = Opaque(2);
        double third = Opaque(3);
        for (int count = 0; count < 5; count++)
        {
            using Scope scope = Scope.Enter(65536);
            try
            {
                recursion(0);
                return false;
            }
            catch (StackOverflowException)
            {
                first += second;
                third += 0.25;
            }
        }
        return first == 11 && second == 2 && third == 4.25;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Opaque(long value) => value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Small(int depth) => Small(depth + 1) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Doubles(double depth)
    {
        double first = Opaque((long)depth), second = first * 2, third = second + first;
        return Doubles(depth + 1) + (first * second) + third;
    }

    private static int Blocks(int depth)
    {
        Span<byte> block = stackalloc byte[16 + (depth * 64)];
        block[depth] = (byte)depth;
        return Blocks(depth + 1) + block[depth];
    }

    private static int Allocating(int depth)
    {
        Node node = new() { Value = depth };
        return Allocating(depth + 1) + node.Value + new byte[depth & 31].Length;
    }

    // Too large for a thread's piece of immortal memory: each is looked for.
    private static int FindingMemory(int depth)
    {
        using ImmortalMemory memory = ImmortalMemory.Enter();
        Block600 block = default;
        byte[] made = new byte[300];
        block[depth & 255] = made[depth & 255];
        return FindingMemory(depth + 1) + block[(depth + 1) & 255];
    }

    private static int Throwing(int depth)
    {
        try
        {
            throw s_trouble;
        }
        catch (FormatException)
        {
            s_left = depth;
        }
        return Throwing(depth + 1) + 1;
    }

    private static int Formatting(int depth)
    {
        Span<char> text = stackalloc char[16];
        depth.TryFormat(text, out int count);
        return Formatting(depth + 1) + count;
    }

    private static int Finally(int depth)
    {
        s_left++;
        try
        {
            return Finally(depth + 1) + 1;
        }
        finally
        {
            s_left--;
        }
    }

    private static bool RunsFinally()
    {
        s_left = 0;
        bool isRight = Recovers(Finally);
        return isRight && s_left == 0;
    }

    private static int Halfway(int depth)
    {
        if (depth != 20) return Halfway(depth + 1) + 1;
        try
        {
            return Small(0);
        }
        catch (StackOverflowException)
        {
            return 1000;
        }
    }

    private static bool IsCaughtHalfway() => Halfway(0) == 1020 && Halfway(5) == 1015;

    private static bool AsksFilter()
    {
        int asked = 0;
        try
        {
            Small(0);
        }
        catch (StackOverflowException error) when (error.Message.Length > 0 && ++asked > 1)
        {
            return false;
        }
        catch (StackOverflowException) when (++asked == 2)
        {
            return asked == 2;
        }
        return false;
    }

    private static int Scoped(int depth)
    {
        using Scope scope = Scope.Enter(256);
        s_left = depth;
        Node node = new() { Value = depth };
        return Scoped(depth + 1) + node.Value;
    }

    // Whichever ends first, the stack or the memory for scopes.
    private static bool LeavesScopes()
    {
        long before = MemoryUse.Used;
        for (int count = 0; count < 3; count++)
        {
            try
            {
                Scoped(0);
                return false;
            }
            catch (Exception error) when (error is StackOverflowException or OutOfMemoryException)
            {
                s_left = 0;
            }
        }
        return MemoryUse.Used - before < 4096;
    }

    private static bool HasTrace()
    {
        try
        {
            return Small(0) == 0;
        }
        catch (StackOverflowException error)
        {
            return error.StackTrace!.Contains("OverflowTests.Small in ");
        }
    }

    // The handler has a stack of its own, not too small for everyday work.
    private static bool HandlerAllocates()
    {
        using Scope scope = Scope.Enter(16384);
        string text = "";
        try
        {
            return Small(0) == 0;
        }
        catch (StackOverflowException error)
        {
            for (int count = 0; count < 10; count++)
            {
                text = $"{count}: {error.Message}";
            }
        }
        return text == "9: Operation caused a stack overflow.";
    }

    [InlineArray(600)]
    private struct Block600
    {
        private byte _element;
    }

    private static int Frames600(int depth)
    {
        Block600 block = default;
        block[depth & 255] = 1;
        return Frames600(depth + 1) + block[(depth + 1) & 255];
    }

    [InlineArray(3000)]
    private struct Block3000
    {
        private byte _element;
    }

    private static int Frames3000(int depth)
    {
        Block3000 block = default;
        block[depth & 255] = 1;
        return Frames3000(depth + 1) + block[(depth + 1) & 255];
    }

    [InlineArray(6000)]
    private struct Block6000
    {
        private byte _element;
    }

    private static int Frames6000(int depth)
    {
        Block6000 block = default;
        block[depth & 255] = 1;
        return Frames6000(depth + 1) + block[(depth + 1) & 255];
    }

    [InlineArray(20000)]
    private struct Block20000
    {
        private byte _element;
    }

    private static int Frames20000(int depth)
    {
        Block20000 block = default;
        block[depth & 255] = 1;
        return Frames20000(depth + 1) + block[(depth + 1) & 255];
    }
}
