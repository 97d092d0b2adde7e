// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Gets the text of another argument from the C# compiler.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class CallerArgumentExpressionAttribute : Attribute
{
    public CallerArgumentExpressionAttribute(string parameterName) => ParameterName = parameterName;

    public string ParameterName { get; }
}
