// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System.Runtime.ExceptionServices;

/// <summary>An exception that is thrown again somewhere else; its trace grows on.</summary>
public sealed class ExceptionDispatchInfo
{
    private ExceptionDispatchInfo(Exception exception) => SourceException = exception;

    public Exception SourceException { get; }

    public static ExceptionDispatchInfo Capture(Exception source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new(source);
    }

    [DoesNotReturn]
    public static void Throw(Exception source) => Capture(source).Throw();

    [DoesNotReturn]
    public void Throw()
    {
        SourceException.KeepTrace();
        throw SourceException;
    }
}
