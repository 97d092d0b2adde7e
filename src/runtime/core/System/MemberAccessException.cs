// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A member cannot be used.</summary>
public class MemberAccessException : SystemException
{
    private const string Usual = "Cannot access member.";

    public MemberAccessException()
        : base(Usual)
    {
    }

    public MemberAccessException(string? message)
        : base(message ?? Usual)
    {
    }

    public MemberAccessException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }
}
