// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// Behind every ERET stands a speculation barrier: some cores run on past it with the kernel's
/// registers.
/// </summary>
public sealed class ExceptionReturnGate : IGate
{
    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        List<string> offences = [];
        int count = 0;
        Dictionary<ulong, Instruction> code =
            subject.Code.Instructions.ToDictionary(pair => pair.Instruction.Address,
                pair => pair.Instruction);
        foreach ((Function function, Instruction instruction) in subject.Code.Instructions)
        {
            if (!instruction.IsExceptionReturn)
                continue;
            count++;
            if (!IsGuarded(code, instruction.Address))
            {
                offences.Add(
                    $"{function.Place(instruction)} is an eret without 'dsb nsh; isb' or 'sb' "
                    + "behind it.");
            }
        }
        return new GateResult(
            "exception-returns",
            $"{count} found, {count - offences.Count} with a barrier",
            offences);
    }

    private static bool IsGuarded(Dictionary<ulong, Instruction> code, ulong address)
    {
        if (!code.TryGetValue(address + 4, out Instruction first))
            return false;
        return first.IsSpeculationBarrier
            || (first.IsDataBarrier && code.TryGetValue(address + 8, out Instruction second)
                && second.IsInstructionBarrier);
    }
}
