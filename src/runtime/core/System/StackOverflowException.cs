// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The stack reached its guard page.</summary>
public class StackOverflowException : SystemException
{
    public StackOverflowException()
        : base("Operation caused a stack overflow.")
    {
    }

    public StackOverflowException(string? message)
        : base(message ?? "Operation caused a stack overflow.")
    {
    }

    public StackOverflowException(string? message, Exception? innerException)
        : base(message ?? "Operation caused a stack overflow.", innerException)
    {
    }
}
