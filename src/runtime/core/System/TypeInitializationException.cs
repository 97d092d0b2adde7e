// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A static constructor failed; each further use of its type does, too.</summary>
public sealed class TypeInitializationException : SystemException
{
    public TypeInitializationException(string? fullTypeName, Exception? innerException)
        : base("The type initializer for '" + fullTypeName + "' threw an exception.",
            innerException) => TypeName = fullTypeName ?? "";

    public string TypeName { get; }
}
