// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Gates;

/// <summary>Source files of a program, absolute paths.</summary>
/// <param name="CSharp">C# files, those of the core library included.</param>
/// <param name="Assembly">Assembly files.</param>
public sealed record SourceSet(IReadOnlyList<string> CSharp, IReadOnlyList<string> Assembly);
