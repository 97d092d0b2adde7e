// SPDX-License-Identifier: MIT
namespace System;

/// <summary>An object is not of the wanted type.</summary>
public class InvalidCastException : SystemException
{
    public InvalidCastException()
        : base("Specified cast is not valid.")
    {
    }

    public InvalidCastException(string? message)
        : base(message ?? "Specified cast is not valid.")
    {
    }

    public InvalidCastException(string? message, Exception? innerException)
        : base(message ?? "Specified cast is not valid.", innerException)
    {
    }
}
