// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Where failed checks go. The native compiler finds most of them by name.</summary>
/// <remarks>
/// Only a body that ends in a throw counts as "does not return", and then callers keep nothing
/// alive across it.
/// The throw becomes a call of the symbol RhpThrowEx with the <see cref="PanicReason"/> in x0
/// (there are no
/// exception objects), the failed method's address in the frame chain: that symbol is the panic
/// entry.
/// </remarks>
internal static class ThrowHelpers
{
    /// <summary>Index outside a span or inline array.</summary>
    [DoesNotReturn]
    internal static void ThrowIndexOutOfRangeException()
    {
        nuint reason = PanicReason.IndexOutOfRange;
        throw Unsafe.As<nuint, Exception>(ref reason);
    }

    /// <summary>Division by zero.</summary>
    [DoesNotReturn]
    internal static void ThrowDivideByZeroException()
    {
        nuint reason = PanicReason.DivideByZero;
        throw Unsafe.As<nuint, Exception>(ref reason);
    }

    /// <summary>Checked arithmetic left its range.</summary>
    [DoesNotReturn]
    internal static void ThrowOverflowException()
    {
        nuint reason = PanicReason.Overflow;
        throw Unsafe.As<nuint, Exception>(ref reason);
    }

    /// <summary>Null reference used.</summary>
    [DoesNotReturn]
    internal static void ThrowNullReferenceException()
    {
        nuint reason = PanicReason.NullReference;
        throw Unsafe.As<nuint, Exception>(ref reason);
    }

    /// <summary>Argument outside its range.</summary>
    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRange()
    {
        nuint reason = PanicReason.ArgumentOutOfRange;
        throw Unsafe.As<nuint, Exception>(ref reason);
    }

    /// <summary>A destination has too little room.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ThrowDestinationTooShort() => ThrowArgumentOutOfRange();

    /// <summary>Bounds in the wrong order.</summary>
    [DoesNotReturn]
    internal static void ThrowMinimumAboveMaximum<T>(T min, T max) => ThrowArgumentOutOfRange();

    /// <summary>The smallest number has no opposite.</summary>
    [DoesNotReturn]
    internal static void ThrowNegatedMinimum() => ThrowOverflowException();

    /// <summary>Value of an empty nullable.</summary>
    [DoesNotReturn]
    internal static void ThrowInvalidOperation()
    {
        nuint reason = PanicReason.InvalidOperation;
        throw Unsafe.As<nuint, Exception>(ref reason);
    }
}
