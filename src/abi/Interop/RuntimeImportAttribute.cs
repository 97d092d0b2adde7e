// SPDX-License-Identifier: MIT
namespace System.Runtime;

/// <summary>Binds an extern method to a symbol that assembly defines; the call is one plain branch.
/// The ahead-of-time compiler recognises the attribute by its full name.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
public sealed class RuntimeImportAttribute : Attribute
{
    /// <summary>Imports the method from <paramref name="entryPoint"/>.</summary>
    /// <param name="entryPoint">The symbol name.</param>
    public RuntimeImportAttribute(string entryPoint) { EntryPoint = entryPoint; }

    /// <summary>The symbol name.</summary>
    public string EntryPoint { get; }
}
