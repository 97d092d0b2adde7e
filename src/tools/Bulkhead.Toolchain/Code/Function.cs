// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>A run of instructions under one name, or several names for the same address.</summary>
public sealed class Function
{
    internal Function(
        string name,
        IReadOnlyList<string> names,
        ulong start,
        ulong end,
        bool isSized,
        IReadOnlyList<Instruction> instructions)
    {
        Name = name;
        Names = names;
        Start = start;
        End = end;
        IsSized = isSized;
        Instructions = instructions;
    }

    /// <summary>The most telling name.</summary>
    public string Name { get; }

    /// <summary>All names of the address.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Address of the first instruction.</summary>
    public ulong Start { get; }

    /// <summary>Address behind the last instruction.</summary>
    public ulong End { get; }

    /// <summary>
    /// Whether the symbol says how long it is; the compiler's do, hand-written code's may not.
    /// </summary>
    public bool IsSized { get; }

    /// <summary>The instructions in order; data between them is left out.</summary>
    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>Whether one of the names is among the patterns.</summary>
    public bool Matches(NamePatterns patterns) => Names.Any(patterns.Contains);

    /// <summary>The place of an instruction as a person says it.</summary>
    public string Place(Instruction instruction) => $"{Name}+0x{instruction.Address - Start:x}";

    /// <inheritdoc/>
    public override string ToString() => Name;
}
