// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Says in which assembly a type is that its users look for here.</summary>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class TypeForwardedToAttribute(Type destination) : Attribute
{
    public Type Destination { get; } = destination;
}
