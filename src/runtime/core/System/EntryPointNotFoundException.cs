// SPDX-License-Identifier: MIT
namespace System;

/// <summary>No implementation of an interface's method.</summary>
public class EntryPointNotFoundException : SystemException
{
    public EntryPointNotFoundException()
        : base("Entry point was not found.")
    {
    }

    public EntryPointNotFoundException(string? message)
        : base(message ?? "Entry point was not found.")
    {
    }

    public EntryPointNotFoundException(string? message, Exception? innerException)
        : base(message ?? "Entry point was not found.", innerException)
    {
    }
}
