// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Checked arithmetic left its range.</summary>
public class OverflowException : ArithmeticException
{
    public OverflowException()
        : base("Arithmetic operation resulted in an overflow.")
    {
    }

    public OverflowException(string? message)
        : base(message ?? "Arithmetic operation resulted in an overflow.")
    {
    }

    public OverflowException(string? message, Exception? innerException)
        : base(message ?? "Arithmetic operation resulted in an overflow.", innerException)
    {
    }
}
