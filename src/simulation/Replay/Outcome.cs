// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Simulation.Replay;

/// <summary>What an event led to, as the program sees it: x0 to x9 of whatever thread runs after
/// it, and that thread's stack pointer, which tells which thread it is.</summary>
[InlineArray(Count)]
public struct Outcome
{
    /// <summary>Number of words.</summary>
    public const int Count = 11;

    /// <summary>Index of the stack pointer.</summary>
    public const int StackPointer = 10;

    private ulong _element;

    /// <summary>Name of a word.</summary>
    /// <param name="index">Its index.</param>
    /// <returns>The register's name.</returns>
    public static string NameOf(int index) => index == StackPointer ? "sp" : $"x{index}";
}
