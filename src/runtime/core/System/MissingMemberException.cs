// SPDX-License-Identifier: MIT
namespace System;

/// <summary>A member is not there.</summary>
public class MissingMemberException : MemberAccessException
{
    private const string Usual = "Attempted to access a missing member.";

    public MissingMemberException()
        : base(Usual)
    {
    }

    public MissingMemberException(string? message)
        : base(message ?? Usual)
    {
    }

    public MissingMemberException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }
}
