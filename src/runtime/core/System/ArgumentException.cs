// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>An argument is wrong.</summary>
public class ArgumentException : SystemException
{
    private const string Default = "Value does not fall within the expected range.";

    public ArgumentException()
        : base(Default)
    {
    }

    public ArgumentException(string? message)
        : base(message ?? Default)
    {
    }

    public ArgumentException(string? message, Exception? innerException)
        : base(message ?? Default, innerException)
    {
    }

    public ArgumentException(string? message, string? paramName)
        : base(message ?? Default) => ParamName = paramName;

    public ArgumentException(string? message, string? paramName, Exception? innerException)
        : base(message ?? Default, innerException) => ParamName = paramName;

    public virtual string? ParamName { get; }

    public override string Message => string.IsNullOrEmpty(ParamName)
        ? base.Message : base.Message + " (Parameter '" + ParamName + "')";

    public static void ThrowIfNullOrEmpty(
        [NotNull] string? argument,
        [CallerArgumentExpression(nameof(argument))] string? paramName = null)
    {
        ArgumentNullException.ThrowIfNull(argument, paramName);
        if (argument.Length == 0)
            throw new ArgumentException("The value cannot be an empty string.", paramName);
    }

    public static void ThrowIfNullOrWhiteSpace(
        [NotNull] string? argument,
        [CallerArgumentExpression(nameof(argument))] string? paramName = null)
    {
        ArgumentNullException.ThrowIfNull(argument, paramName);
        if (string.IsNullOrWhiteSpace(argument))
        {
            throw new ArgumentException(
                "The value cannot be an empty string or composed entirely of whitespace.",
                paramName);
        }
    }
}
