// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Mutation;

/// <summary>A change of one place of the source that no test noticed.</summary>
/// <param name="File">The file, from the kernel's folder.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Original">What stands there, on one line.</param>
/// <param name="Replacement">What stood there instead, on one line.</param>
/// <param name="IsReached">Whether any test ran through it.</param>
public sealed record Mutant(
    string File, int Line, string Original, string Replacement, bool IsReached)
{
    /// <summary>The change as the page of survivors has it: lines may move, texts stay.</summary>
    public string Text => $"`{Original}` → `{Replacement}`";
}
