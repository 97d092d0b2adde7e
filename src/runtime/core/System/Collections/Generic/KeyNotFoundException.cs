// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>A key is not there.</summary>
public class KeyNotFoundException : SystemException
{
    public KeyNotFoundException()
        : base("The given key was not present in the dictionary.")
    {
    }

    public KeyNotFoundException(string? message)
        : base(message ?? "The given key was not present in the dictionary.")
    {
    }

    public KeyNotFoundException(string? message, Exception? innerException)
        : base(message ?? "The given key was not present in the dictionary.", innerException)
    {
    }
}
