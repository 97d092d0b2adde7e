// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Base of a program's own exceptions.</summary>
public class ApplicationException : Exception
{
    public ApplicationException()
        : base("Error in the application.")
    {
    }

    public ApplicationException(string? message)
        : base(message ?? "Error in the application.")
    {
    }

    public ApplicationException(string? message, Exception? innerException)
        : base(message ?? "Error in the application.", innerException)
    {
    }
}
