// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>An object was used after its end.</summary>
public class ObjectDisposedException : InvalidOperationException
{
    public ObjectDisposedException(string? objectName)
        : base("Cannot access a disposed object.") => ObjectName = objectName ?? "";

    public ObjectDisposedException(string? objectName, string? message)
        : base(message) => ObjectName = objectName ?? "";

    public string ObjectName { get; }

    public override string Message => ObjectName.Length == 0
        ? base.Message : base.Message + "\nObject name: '" + ObjectName + "'.";

    public static void ThrowIf([DoesNotReturnIf(true)] bool condition, object instance)
    {
        if (condition)
            throw new ObjectDisposedException(instance.GetType().FullName);
    }
}
