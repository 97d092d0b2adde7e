// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A number was not finite.</summary>
public class NotFiniteNumberException : ArithmeticException
{
    public NotFiniteNumberException()
        : base("Number encountered was not a finite quantity.")
    {
    }

    public NotFiniteNumberException(string? message)
        : base(message ?? "Number encountered was not a finite quantity.")
    {
    }

    public NotFiniteNumberException(string? message, Exception? innerException)
        : base(message ?? "Number encountered was not a finite quantity.", innerException)
    {
    }
}
