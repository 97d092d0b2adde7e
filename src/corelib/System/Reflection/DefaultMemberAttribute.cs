// SPDX-License-Identifier: MIT
namespace System.Reflection;

/// <summary>Names the indexer of a type.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class DefaultMemberAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public DefaultMemberAttribute(string memberName) => MemberName = memberName;

    /// <summary>The name.</summary>
    public string MemberName { get; }
}
