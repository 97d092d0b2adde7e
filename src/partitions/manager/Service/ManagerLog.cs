// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// The manager's lines: to the console server as long as it answers, otherwise to the kernel's boot
/// console.
/// </summary>
public static class ManagerLog
{
    private const int RoundsMax = 4096;

    private static LineLock s_console;
    private static LineLock s_boot;
    private static uint s_consoleCpu;

    /// <summary>Says where the console server is.</summary>
    /// <param name="cpu">Its CPU.</param>
    public static void Initialize(uint cpu) => s_consoleCpu = cpu;

    /// <summary>Writes a line to the console server, or to the boot console when it does not
    /// answer.</summary>
    /// <param name="line">The line, with its line end.</param>
    public static void Write(scoped ReadOnlySpan<byte> line)
    {
        if (!TrySend(line)) WriteToBootConsole("\n[manager] "u8, line);
    }

    // Who holds a lock may be held up himself, or his caller may have ended: the wait is bounded,
    // and only the first to wait for him does so.
    private static bool TryTake(ref LineLock taken, out uint ticket)
    {
        uint holder = taken.Holder;
        for (int round = 0; round < RoundsMax; round++)
        {
            if (taken.TryTake(out ticket)) return true;
            Kernel.Yield();
        }
        return taken.TryTakeOver(holder, out ticket);
    }

    /// <summary>CPU of the calling thread, which is a server thread of the manager or on CPU
    /// 0.</summary>
    public static uint Cpu
    {
        get
        {
            uint portal = Portal.Console.Selector;
            return portal == Selectors.Console ? 0 : portal - Selectors.CpuConsole;
        }
    }

    // The console takes the lines of one client one at a time. On its own CPU its server thread
    // does the same, and a caller helps whom it works for.
    private static bool TrySend(scoped ReadOnlySpan<byte> line)
    {
        if (Cpu == s_consoleCpu) return ConsoleWriter.Send(line).IsSuccess;
        if (!TryTake(ref s_console, out uint ticket)) return false;
        bool isSent = ConsoleWriter.Send(line).IsSuccess;
        s_console.Exit(ticket);
        return isSent;
    }

    /// <summary>Writes a line to the boot console, whole unless another one takes too long: server
    /// threads of several CPUs do so.</summary>
    /// <param name="prefix">What stands before it.</param>
    /// <param name="line">The line, with its line end.</param>
    public static void WriteToBootConsole(
        scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> line)
    {
        bool isTaken = TryTake(ref s_boot, out uint ticket);
        WriteChunks(prefix);
        WriteChunks(line);
        if (isTaken) s_boot.Exit(ticket);
    }

    private static void WriteChunks(scoped ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            int length = Math.Min(text.Length, SystemKernel.ConsoleBytesMax);
            SystemKernel.ConsoleWrite(Selectors.System, text.Slice(0, length));
            text = text.Slice(length);
        }
    }
}
