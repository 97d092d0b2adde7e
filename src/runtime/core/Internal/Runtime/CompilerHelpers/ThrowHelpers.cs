// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Where failed checks go. The native compiler finds most of them by name.</summary>
internal static class ThrowHelpers
{
    [DoesNotReturn]
    internal static void ThrowIndexOutOfRangeException() => throw new IndexOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowArrayTypeMismatchException() =>
        throw new ArrayTypeMismatchException();

    [DoesNotReturn]
    internal static void ThrowDivideByZeroException() => throw new DivideByZeroException();

    [DoesNotReturn]
    internal static void ThrowOverflowException() => throw new OverflowException();

    [DoesNotReturn]
    internal static void ThrowNullReferenceException() => throw new NullReferenceException();

    [DoesNotReturn]
    internal static void ThrowArgumentException() => throw new ArgumentException();

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRangeException() =>
        throw new ArgumentOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRange() => throw new ArgumentOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowStartOutOfRange() => throw new ArgumentOutOfRangeException("start");

    [DoesNotReturn]
    internal static void ThrowDestinationTooShort() =>
        throw new ArgumentException("Destination is too short.", "destination");

    [DoesNotReturn]
    internal static void ThrowNegatedMinimum() => throw new OverflowException(
        "Negating the minimum value of a twos complement number is invalid.");

    [DoesNotReturn]
    internal static void ThrowMinimumAboveMaximum<T>(T min, T max) => throw new ArgumentException(
        "'" + min?.ToString() + "' cannot be greater than " + max?.ToString() + ".");

    [DoesNotReturn]
    internal static void ThrowFeatureBodyRemoved() => throw new InvalidOperationException();

    [DoesNotReturn]
    internal static void ThrowBodyRemoved() => throw new InvalidOperationException();

    [DoesNotReturn]
    internal static void ThrowUnavailableType() => throw new InvalidOperationException();

    [DoesNotReturn]
    internal static void ThrowInvalidOperation() => throw new InvalidOperationException();

    [DoesNotReturn]
    internal static void ThrowPlatformNotSupportedException() =>
        throw new PlatformNotSupportedException();

    [DoesNotReturn]
    internal static void ThrowNotImplementedException() => throw new NotImplementedException();
}
