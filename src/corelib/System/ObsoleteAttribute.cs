// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Do not use in new code.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class ObsoleteAttribute : Attribute
{
    /// <summary>Marks without a reason.</summary>
    public ObsoleteAttribute()
    {
    }

    /// <summary>Marks with a reason.</summary>
    public ObsoleteAttribute(string? message) => Message = message;

    /// <summary>Marks with a reason, perhaps as an error.</summary>
    public ObsoleteAttribute(string? message, bool error)
    {
        Message = message;
        IsError = error;
    }

    /// <summary>The reason.</summary>
    public string? Message { get; }

    /// <summary>Whether use is an error.</summary>
    public bool IsError { get; }
}
