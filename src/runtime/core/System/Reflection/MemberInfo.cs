// SPDX-License-Identifier: MIT
namespace System.Reflection;

/// <summary>What types are a case of; there is no other.</summary>
public abstract class MemberInfo
{
    public abstract string Name { get; }
}
