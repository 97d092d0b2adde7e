// SPDX-License-Identifier: MIT
namespace Bulkhead.Documentation;

/// <summary>A test that is evidence for something.</summary>
/// <param name="Path">Its file, from the root.</param>
/// <param name="Name">Class, and method unless every test of the class is meant.</param>
/// <param name="Ids">Requirements and invariants.</param>
public sealed record Verification(string Path, string Name, IReadOnlyList<string> Ids);
