// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Names arguments that the handler of an interpolated text gets, too.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InterpolatedStringHandlerArgumentAttribute : Attribute
{
    public InterpolatedStringHandlerArgumentAttribute(string argument) => Arguments = [argument];

    public InterpolatedStringHandlerArgumentAttribute(params string[] arguments) =>
        Arguments = arguments;

    public string[] Arguments { get; }
}
