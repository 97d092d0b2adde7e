// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The method is not there yet.</summary>
public class NotImplementedException : SystemException
{
    public NotImplementedException()
        : base("The method or operation is not implemented.")
    {
    }

    public NotImplementedException(string? message)
        : base(message ?? "The method or operation is not implemented.")
    {
    }

    public NotImplementedException(string? message, Exception? innerException)
        : base(message ?? "The method or operation is not implemented.", innerException)
    {
    }
}
