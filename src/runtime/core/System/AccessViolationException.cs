// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Memory that the partition does not have was accessed.</summary>
public class AccessViolationException : SystemException
{
    public AccessViolationException()
        : base("Attempted to read or write protected memory.")
    {
    }

    public AccessViolationException(string? message)
        : base(message ?? "Attempted to read or write protected memory.")
    {
    }

    public AccessViolationException(string? message, Exception? innerException)
        : base(message ?? "Attempted to read or write protected memory.", innerException)
    {
    }
}
