// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>What a thread does with objects.</summary>
internal static class ThreadState
{
    /// <summary>Nothing, and nothing on its stack leads to one.</summary>
    internal const nint Outside = 0;

    /// <summary>It may do anything.</summary>
    internal const nint Running = 1;

    /// <summary>Nothing; all its references are on its stack, from the place on that its record
    /// names.</summary>
    internal const nint Resting = 2;
}
