// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>What may differ between two runs of the native compiler.</summary>
public sealed record IlcOptions
{
    /// <summary>Instruction set; the default runs on every 64-bit Arm core.</summary>
    public string InstructionSet { get; init; } = "armv8-a";

    /// <summary>Whether line numbers and variables go into the object, for the debugger.</summary>
    public bool DebugInformation { get; init; } = true;

    /// <summary>How the compiler weighs size and speed: <c>-O</c> both, <c>--Os</c> size,
    /// <c>--Ot</c> speed.</summary>
    public string Optimization { get; init; } = "-O";

    /// <summary>Whether the whole program is looked at before code is made: calls become direct,
    /// what is never made loses its methods. Asks the core library for a few types more.</summary>
    public bool ScansProgram { get; init; }

    /// <summary>Whether methods of the same body share one; each has its own where names count.
    /// </summary>
    public bool FoldsMethods { get; init; } = true;

    /// <summary>More options of the compiler, unchanged.</summary>
    public IReadOnlyList<string> Extra { get; init; } = [];
}
