// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Names of a tuple's elements, for the C# compiler.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class TupleElementNamesAttribute : Attribute
{
    public TupleElementNamesAttribute(string?[] transformNames)
    {
    }
}
