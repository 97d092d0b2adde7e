// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>The partition as the program's surroundings.</summary>
public static class Environment
{
    public static string NewLine => "\n";

    public static int ProcessorCount => 1;

    public static int CurrentManagedThreadId =>
        Internal.Runtime.ThreadRecord.CurrentId;

    public static long TickCount64 => Diagnostics.Stopwatch.GetTimestamp()
        / (Diagnostics.Stopwatch.Frequency / 1000);

    public static int TickCount => (int)TickCount64;

    /// <summary>Reports the message and ends the thread.</summary>
    [DoesNotReturn]
    public static void FailFast(string? message)
    {
        Internal.Runtime.Exceptions.UnhandledException.Report(new Exception(message));
        while (true)
            Internal.Runtime.ThreadRecord.Yield();
    }
}
