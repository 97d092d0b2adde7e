// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The machine cannot do it.</summary>
public class PlatformNotSupportedException : NotSupportedException
{
    public PlatformNotSupportedException()
        : base("Operation is not supported on this platform.")
    {
    }

    public PlatformNotSupportedException(string? message)
        : base(message ?? "Operation is not supported on this platform.")
    {
    }

    public PlatformNotSupportedException(string? message, Exception? innerException)
        : base(message ?? "Operation is not supported on this platform.", innerException)
    {
    }
}
