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
    private const int RoundsMax = 1024;

    private static ServerLock s_console;
    private static ServerLock s_boot;

    /// <summary>Writes a line to the console server, or to the boot console when it does not
    /// answer.</summary>
    /// <param name="line">The line, with its line end.</param>
    public static void Write(scoped ReadOnlySpan<byte> line)
    {
        if (!TrySend(line)) WriteToBootConsole("\n[manager] "u8, line);
    }

    // Who holds a lock may be held up himself, or his caller may have ended: the wait is bounded.
    private static bool TryTake(ref ServerLock taken)
    {
        for (int round = 0; round < RoundsMax; round++)
        {
            if (taken.Spin()) return true;
            Kernel.Yield();
        }
        return false;
    }

    // The console takes the lines of one client one at a time.
    private static bool TrySend(scoped ReadOnlySpan<byte> line)
    {
        if (!TryTake(ref s_console)) return false;
        bool isSent = ConsoleWriter.Send(line).IsSuccess;
        s_console.Exit();
        return isSent;
    }

    /// <summary>Writes a line to the boot console, whole unless another one takes too long: server
    /// threads of several CPUs do so.</summary>
    /// <param name="prefix">What stands before it.</param>
    /// <param name="line">The line, with its line end.</param>
    public static void WriteToBootConsole(
        scoped ReadOnlySpan<byte> prefix, scoped ReadOnlySpan<byte> line)
    {
        bool isTaken = TryTake(ref s_boot);
        WriteChunks(prefix);
        WriteChunks(line);
        if (isTaken) s_boot.Exit();
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
