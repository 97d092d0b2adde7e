// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Somebody cancelled.</summary>
public class OperationCanceledException : SystemException
{
    public OperationCanceledException()
        : base("The operation was canceled.")
    {
    }

    public OperationCanceledException(string? message)
        : base(message ?? "The operation was canceled.")
    {
    }

    public OperationCanceledException(string? message, Exception? innerException)
        : base(message ?? "The operation was canceled.", innerException)
    {
    }
}
