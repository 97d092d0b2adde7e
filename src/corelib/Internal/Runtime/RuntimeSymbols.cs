// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>Symbols that compiled code asks for and that need no state.</summary>
internal static class RuntimeSymbols
{
    /// <summary>
    /// Entered by library start-up code that is never called; there is nothing to do.
    /// </summary>
    [RuntimeExport("RhpReversePInvoke")]
    private static void ReversePInvoke()
    {
    }

    /// <summary>The other half.</summary>
    [RuntimeExport("RhpReversePInvokeReturn")]
    private static void ReversePInvokeReturn()
    {
    }

    /// <summary>A frame with a buffer found its guard word changed.</summary>
    [RuntimeExport("RhpFallbackFailFast")]
    private static void FallbackFailFast()
    {
        nuint reason = PanicReason.StackOverwritten;
        throw Unsafe.As<nuint, Exception>(ref reason);
    }
}
