// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Servers;

/// <summary>What the server threads do, several at once.</summary>
internal static class Server
{
    /// <summary>Uses objects, texts, thread statics and exceptions in a scope.</summary>
    internal const uint Work = 0;

    /// <summary>Uses a null reference.</summary>
    internal const uint Null = 1;

    /// <summary>Comes to the end of its stack.</summary>
    internal const uint Overflow = 2;

    /// <summary>Comes there with a scope in each frame.</summary>
    internal const uint OverflowInScope = 3;

    /// <summary>Collects, if nobody else is in the midst of a call.</summary>
    internal const uint Collect = 4;

    /// <summary>Tells how much memory is in use.</summary>
    internal const uint Used = 5;

    /// <summary>With the number of the call: all was right.</summary>
    internal const ulong Answered = 0x600d;

    private const int ScopeBytes = 8192;

    [ThreadStatic]
    private static int t_calls;

    [ThreadStatic]
    private static int t_depth;

    internal static ulong Answer(uint label, int round)
    {
        ulong wrong = label switch
        {
            Work => DoWork(round),
            Null => UseNull(round),
            Overflow => Overrun(round),
            OverflowInScope => OverrunInScopes(round),
            Collect => CollectWithWork(round),
            _ => 0,
        };
        if (label == Used) return (ulong)MemoryUse.Used;
        return wrong == 0 ? Answered + (ulong)round : wrong;
    }

    private static ulong DoWork(int round)
    {
        using Scope scope = Scope.Enter(ScopeBytes);
        // The callers count for themselves, each on its processor.
        if (round == 0) t_calls = 0;
        if (t_calls++ != round) return 1;
        var list = new List<string>();
        for (int index = 0; index < 4; index++) list.Add($"{round} {index} {Partition.Cpu}");
        try
        {
            if (round % 16 == 0) throw new InvalidOperationException(list[3]);
        }
        catch (InvalidOperationException error)
        {
            if (error.Message != list[3]) return 2;
        }
        return IsAsMade(list, round) ? 0u : 3u;
    }

    private static bool IsAsMade(List<string> list, int round)
    {
        for (int index = 0; index < 4; index++)
        {
            if (list[index] != $"{round} {index} {Partition.Cpu}") return false;
        }
        return true;
    }

    private static ulong UseNull(int round)
    {
        using Scope scope = Scope.Enter(ScopeBytes);
        try
        {
            return 4 + (ulong)Nothing(round)!.Length;
        }
        catch (NullReferenceException error)
        {
            return error.StackTrace is { Length: > 0 } ? 0u : 5u;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? Nothing(int round) => round < 0 ? "something" : null;

    private static ulong Overrun(int round)
    {
        using Scope scope = Scope.Enter(ScopeBytes);
        string text = $"{round}";
        try
        {
            return (ulong)Deeper(round) | 6;
        }
        catch (StackOverflowException error)
        {
            return text == $"{round}" && error.Message.Length > 0 ? 0u : 7u;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Deeper(int depth) => Deeper(depth + 1) + 1;

    private static ulong OverrunInScopes(int round)
    {
        t_depth = 0;
        try
        {
            return (ulong)DeeperInScopes(round) | 8;
        }
        catch (StackOverflowException)
        {
            return t_depth == 0 ? 0u : 9u;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DeeperInScopes(int depth)
    {
        using Scope scope = Scope.Enter();
        string text = $"{depth}";
        Span<byte> block = stackalloc byte[600];
        block[depth % 600] = 1;
        t_depth++;
        try
        {
            return DeeperInScopes(depth + 1) + text.Length + block[(depth + 1) % 600];
        }
        finally
        {
            t_depth--;
        }
    }

    private static ulong CollectWithWork(int round)
    {
        using Scope scope = Scope.Enter(ScopeBytes);
        var list = new List<string>();
        for (int index = 0; index < 4; index++) list.Add($"{round} {index} {Partition.Cpu}");
        try
        {
            Heap.Collect();
        }
        catch (InvalidOperationException)
        {
            // The other server thread is in the midst of a call.
        }
        return IsAsMade(list, round) ? 0u : 10u;
    }
}
