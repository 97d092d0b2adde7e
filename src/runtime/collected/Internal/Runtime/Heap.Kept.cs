// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime;

internal static unsafe partial class Heap
{
    // Contexts of static constructors hold addresses, which no collection follows.
    private static KeptException? s_kept;

    private sealed class KeptException(Exception exception)
    {
        private readonly Exception _exception = exception;

        internal KeptException? Earlier;
    }

    /// <summary>An exception stays for good.</summary>
    internal static void Retain(Exception exception)
    {
        KeptException made = new(exception);
        World.HoldHeap();
        made.Earlier = s_kept;
        s_kept = made;
        World.LetHeap();
    }
}
