// SPDX-License-Identifier: MIT
namespace System.Runtime;

/// <summary>
/// The method gets this symbol in the object file. Public types of the same full name elsewhere
/// work too.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimeExportAttribute : Attribute
{
    /// <summary>Names the symbol.</summary>
    internal RuntimeExportAttribute(string name) => Name = name;

    /// <summary>The symbol.</summary>
    internal string Name { get; }
}
