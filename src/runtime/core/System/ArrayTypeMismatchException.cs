// SPDX-License-Identifier: MIT
namespace System;

/// <summary>An array has elements of another type.</summary>
public class ArrayTypeMismatchException : SystemException
{
    public ArrayTypeMismatchException()
        : base("Attempted to access an element as a type incompatible with the array.")
    {
    }

    public ArrayTypeMismatchException(string? message)
        : base(message ?? "Attempted to access an element as a type incompatible with the array.")
    {
    }

    public ArrayTypeMismatchException(string? message, Exception? innerException)
        : base(message ?? "Attempted to access an element as a type incompatible with the array.",
            innerException)
    {
    }
}
