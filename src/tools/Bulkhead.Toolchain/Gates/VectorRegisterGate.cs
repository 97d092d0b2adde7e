// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// No floating-point or vector register in code that runs with a partition's values in them.
/// </summary>
public sealed class VectorRegisterGate : IGate
{
    private readonly NamePatterns _allowed;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Names the functions that may.</param>
    public VectorRegisterGate(GatePolicy policy) =>
        _allowed = new NamePatterns(policy.VectorFunctions);

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        List<string> offences = [];
        int allowed = 0;
        foreach (Function function in subject.Code.Functions)
        {
            List<Instruction> uses =
                [.. function.Instructions.Where(instruction => instruction.UsesVectorRegister)];
            if (uses.Count == 0)
                continue;
            if (function.Matches(_allowed))
                allowed += uses.Count;
            else
                offences.Add(Sentence(function, uses));
        }
        return new GateResult(
            "vector-registers",
            $"{offences.Count} functions use them, {allowed} instructions in allowed functions",
            offences);
    }

    private static string Sentence(Function function, List<Instruction> uses) =>
        $"{function.Place(uses[0])} uses a vector register ({Disassembler.Text(uses[0])}), "
        + $"{uses.Count} times in all. Copy large structs with Span.CopyTo and clear them with "
        + "Span.Clear, which use general registers, or pass them by reference.";
}
