// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Base of the language's own exceptions.</summary>
public class SystemException : Exception
{
    public SystemException()
        : base("System error.")
    {
    }

    public SystemException(string? message)
        : base(message ?? "System error.")
    {
    }

    public SystemException(string? message, Exception? innerException)
        : base(message ?? "System error.", innerException)
    {
    }
}
