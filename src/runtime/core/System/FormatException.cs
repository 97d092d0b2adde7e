// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A text does not have the wanted form.</summary>
public class FormatException : SystemException
{
    public FormatException()
        : base("One of the identified items was in an invalid format.")
    {
    }

    public FormatException(string? message)
        : base(message ?? "One of the identified items was in an invalid format.")
    {
    }

    public FormatException(string? message, Exception? innerException)
        : base(message ?? "One of the identified items was in an invalid format.", innerException)
    {
    }
}
