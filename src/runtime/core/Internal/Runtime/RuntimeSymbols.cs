// SPDX-License-Identifier: MIT
using System;
using System.Runtime;

namespace Internal.Runtime;

/// <summary>Symbols that compiled code asks for and that need no state.</summary>
internal static class RuntimeSymbols
{
    [RuntimeExport("RhpReversePInvoke")]
    private static void ReversePInvoke()
    {
    }

    [RuntimeExport("RhpReversePInvokeReturn")]
    private static void ReversePInvokeReturn()
    {
    }

    [RuntimeExport("RhpFallbackFailFast")]
    private static void FallbackFailFast() =>
        Environment.FailFast("A stack frame was overwritten.");
}
