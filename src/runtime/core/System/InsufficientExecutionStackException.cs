// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Little stack is left.</summary>
public class InsufficientExecutionStackException : SystemException
{
    public InsufficientExecutionStackException()
        : base("Insufficient stack to continue executing the program safely.")
    {
    }

    public InsufficientExecutionStackException(string? message)
        : base(message ?? "Insufficient stack to continue executing the program safely.")
    {
    }

    public InsufficientExecutionStackException(string? message, Exception? innerException)
        : base(message ?? "Insufficient stack to continue executing the program safely.",
            innerException)
    {
    }
}
