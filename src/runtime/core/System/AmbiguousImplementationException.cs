// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Several default implementations of an interface's method.</summary>
public class AmbiguousImplementationException : Exception
{
    public AmbiguousImplementationException()
        : base("Ambiguous implementation found.")
    {
    }

    public AmbiguousImplementationException(string? message)
        : base(message ?? "Ambiguous implementation found.")
    {
    }

    public AmbiguousImplementationException(string? message, Exception? innerException)
        : base(message ?? "Ambiguous implementation found.", innerException)
    {
    }
}
