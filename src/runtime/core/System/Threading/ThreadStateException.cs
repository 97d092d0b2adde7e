// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>A thread is not in the state that a call asks for.</summary>
public class ThreadStateException : SystemException
{
    private const string Usual = "Thread was in an invalid state for the operation being executed.";

    public ThreadStateException()
        : base(Usual)
    {
    }

    public ThreadStateException(string? message)
        : base(message ?? Usual)
    {
    }

    public ThreadStateException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }
}
