// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Names the method that makes the type from a collection expression.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class CollectionBuilderAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public CollectionBuilderAttribute(Type builderType, string methodName)
    {
        BuilderType = builderType;
        MethodName = methodName;
    }

    /// <summary>The type with the method.</summary>
    public Type BuilderType { get; }

    /// <summary>The method.</summary>
    public string MethodName { get; }
}
