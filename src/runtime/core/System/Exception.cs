// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.Exceptions;

namespace System;

/// <summary>What is thrown.</summary>
public unsafe class Exception
{
    internal const int TraceMax = 16;

    private readonly string? _message;
    private readonly Exception? _innerException;
    private int _traceCount;
    private TraceTable _trace;

    /// <summary>Addresses of the frames that the exception passed.</summary>
    [InlineArray(TraceMax)]
    private struct TraceTable
    {
        private nuint _element;
    }

    public Exception()
    {
    }

    public Exception(string? message) => _message = message;

    public Exception(string? message, Exception? innerException)
    {
        _message = message;
        _innerException = innerException;
    }

    public virtual string Message => _message
        ?? "Exception of type '" + TypeNames.Of(Table) + "' was thrown.";

    public Exception? InnerException => _innerException;

    public virtual string? StackTrace => _traceCount == 0 ? null : TraceText.Of(this);

    public virtual string? Source { get; set; }

    public virtual string? HelpLink { get; set; }

    public int HResult { get; set; }

    internal int TraceCount => _traceCount;

    public virtual Exception GetBaseException()
    {
        Exception at = this;
        while (at._innerException is { } inner)
            at = inner;
        return at;
    }

    public override string ToString()
    {
        string text = TypeNames.Of(Table);
        string message = Message;
        if (!string.IsNullOrEmpty(message))
            text = text + ": " + message;
        if (_innerException is not null)
            text = text + "\n ---> " + _innerException.ToString()
                + "\n   --- End of inner exception stack trace ---";
        return StackTrace is { } trace ? text + "\n" + trace : text;
    }

    internal nuint TraceAt(int index) => _trace[index];

    /// <summary>The next throw goes on with the trace that is there.</summary>
    internal void KeepTrace() => _traceCount = ~_traceCount;

    internal void BeginTrace() => _traceCount = Math.Max(~_traceCount, 0);

    internal void AddTrace(nuint address)
    {
        // Several threads may throw one exception: the count is read once.
        int count = _traceCount;
        if (count >= TraceMax)
            return;
        _trace[count] = address;
        _traceCount = count + 1;
    }
}
