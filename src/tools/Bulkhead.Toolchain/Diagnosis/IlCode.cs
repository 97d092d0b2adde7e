// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Reads the IL of methods.</summary>
internal static class IlCode
{
    private const byte TwoBytes = 0xFE;
    private const ushort Constrained = 0xFE16;

    private static readonly Dictionary<ushort, OperandType> _operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (ushort)code.Value, code => code.OperandType);

    /// <summary>The instructions of a method that name a method, field or type, in order.</summary>
    /// <param name="code">Its IL.</param>
    internal static IEnumerable<IlInstruction> Names(byte[] code)
    {
        bool isConstrained = false;
        for (int at = 0; at < code.Length;)
        {
            int start = at;
            ushort operation = code[at++];
            if (operation == TwoBytes && at < code.Length)
                operation = (ushort)((TwoBytes << 8) | code[at++]);
            OperandType operand = _operands.GetValueOrDefault(operation, OperandType.InlineNone);
            if (IsName(operand))
            {
                int token = BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at));
                yield return new IlInstruction(start, operation, token, isConstrained);
            }
            isConstrained = operation == Constrained;
            at += Bytes(operand, code, at);
        }
    }

    private static bool IsName(OperandType operand) => operand is OperandType.InlineMethod
        or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok;

    private static int Bytes(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI
            or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch =>
            4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => 4,
    };
}
