// SPDX-License-Identifier: MIT
namespace System.Runtime;

/// <summary>
/// The body of the extern method is this symbol. Public types of the same full name elsewhere work
/// too.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimeImportAttribute : Attribute
{
    /// <summary>Names the symbol.</summary>
    internal RuntimeImportAttribute(string name) => Name = name;

    /// <summary>The symbol.</summary>
    internal string Name { get; }
}
