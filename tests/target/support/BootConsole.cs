// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite;

/// <summary>Lines of a program in the place of the partition manager.</summary>
public static class BootConsole
{
    /// <summary>Writes to the boot console.</summary>
    /// <param name="text">The text.</param>
    public static void Send(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            int length = Math.Min(text.Length, SystemKernel.ConsoleBytesMax);
            SystemKernel.ConsoleWrite(Selectors.System, text.Slice(0, length));
            text = text.Slice(length);
        }
    }
}
