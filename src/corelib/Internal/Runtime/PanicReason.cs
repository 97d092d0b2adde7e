// SPDX-License-Identifier: MIT
namespace Internal.Runtime;

/// <summary>Why a check failed: what the panic entry gets in its first argument register.</summary>
internal static class PanicReason
{
    /// <summary>Index outside a span or inline array.</summary>
    internal const nuint IndexOutOfRange = 1;

    /// <summary>Division by zero.</summary>
    internal const nuint DivideByZero = 2;

    /// <summary>Checked arithmetic left its range.</summary>
    internal const nuint Overflow = 3;

    /// <summary>Null reference used.</summary>
    internal const nuint NullReference = 4;

    /// <summary>Argument outside its range (slices, copies).</summary>
    internal const nuint ArgumentOutOfRange = 5;

    /// <summary>Value of an empty nullable.</summary>
    internal const nuint InvalidOperation = 6;

    /// <summary>The guard word of a stack frame was overwritten.</summary>
    internal const nuint StackOverwritten = 7;
}
