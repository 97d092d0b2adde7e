// SPDX-License-Identifier: MIT
namespace System.Runtime;

/// <summary>Gives a static method a plain symbol name, so that assembly can call it. The
/// ahead-of-time compiler recognises the attribute by its full name; the host runtime ignores
/// it.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RuntimeExportAttribute : Attribute
{
    /// <summary>Exports the method under <paramref name="entry"/>.</summary>
    /// <param name="entry">The symbol name.</param>
    public RuntimeExportAttribute(string entry) { Entry = entry; }

    /// <summary>The symbol name.</summary>
    public string Entry { get; }
}
