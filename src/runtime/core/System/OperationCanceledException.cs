// SPDX-License-Identifier: MIT
using System.Threading;

namespace System;

/// <summary>Somebody cancelled.</summary>
public class OperationCanceledException : SystemException
{
    private const string Usual = "The operation was canceled.";

    public OperationCanceledException()
        : base(Usual)
    {
    }

    public OperationCanceledException(string? message)
        : base(message ?? Usual)
    {
    }

    public OperationCanceledException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }

    public OperationCanceledException(CancellationToken token)
        : base(Usual) => CancellationToken = token;

    public OperationCanceledException(string? message, CancellationToken token)
        : base(message ?? Usual) => CancellationToken = token;

    public OperationCanceledException(
        string? message, Exception? innerException, CancellationToken token)
        : base(message ?? Usual, innerException) => CancellationToken = token;

    public CancellationToken CancellationToken { get; }
}
