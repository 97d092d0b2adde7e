// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>A place in a partition's code that asks for what its tier does not have.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="What">What it asks for: the full name of a type, or of a type and its
/// member.</param>
/// <param name="Method">The method that asks, with its type.</param>
/// <param name="File">The source; null: not known.</param>
/// <param name="Line">The line; 0: not known.</param>
internal sealed record Finding(
    FindingKind Kind, string What, string Method, string? File, int Line);
