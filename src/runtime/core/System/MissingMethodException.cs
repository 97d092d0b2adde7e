// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A method is not there.</summary>
public class MissingMethodException : MissingMemberException
{
    private const string Usual = "Attempted to access a missing method.";

    public MissingMethodException()
        : base(Usual)
    {
    }

    public MissingMethodException(string? message)
        : base(message ?? Usual)
    {
    }

    public MissingMethodException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }
}
