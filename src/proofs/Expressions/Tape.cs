// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Proofs.Expressions;

/// <summary>Expressions in the order of their evaluation: one step per distinct node.</summary>
internal sealed class Tape
{
    private readonly List<Step> _steps = [];
    private readonly Dictionary<Term, int> _places = new(ReferenceEqualityComparer.Instance);

    private readonly record struct Step(
        Operation Operation, int First, int Second, int Third, int Width, int OperandWidth,
        UInt128 Mask, UInt128 Immediate);

    /// <summary>Steps so far: words that an evaluation needs.</summary>
    internal int Length => _steps.Count;

    /// <summary>Adds an expression with everything below it.</summary>
    /// <returns>Where its value will be.</returns>
    internal int Add(Term term)
    {
        if (_places.TryGetValue(term, out int place)) return place;
        int[] operands = [.. term.Operands.Select(Add)];
        int Operand(int index) => index < operands.Length ? operands[index] : 0;
        int operandWidth = term.Operands.Count > 0 ? term.Operands[^1].Width : 0;
        _steps.Add(new Step(
            term.Operation, Operand(0), Operand(1), Operand(2), term.Width, operandWidth,
            MaskOf(term.Width), term.Immediate));
        return _places[term] = _steps.Count - 1;
    }

    /// <summary>Evaluates everything.</summary>
    /// <param name="point">Values of the variables by index.</param>
    /// <param name="values">Takes a value per step; a truth is 1 or 0.</param>
    internal void Run(ReadOnlySpan<ulong> point, Span<UInt128> values)
    {
        ReadOnlySpan<Step> steps = CollectionsMarshal.AsSpan(_steps);
        for (int index = 0; index < steps.Length; index++)
        {
            ref readonly Step step = ref steps[index];
            values[index] = step.Operation switch
            {
                Operation.Variable => point[(int)step.Immediate],
                >= Operation.Equal => Judge(in step, values) ? UInt128.One : UInt128.Zero,
                _ => Compute(in step, values) & step.Mask,
            };
        }
    }

    private static UInt128 Compute(in Step step, ReadOnlySpan<UInt128> values)
    {
        UInt128 first = values[step.First], second = values[step.Second];
        return step.Operation switch
        {
            Operation.Constant => step.Immediate,
            Operation.Add => first + second,
            Operation.Subtract => first - second,
            Operation.Multiply => first * second,
            Operation.Quotient => second == 0 ? UInt128.MaxValue : first / second,
            Operation.RoundDown => second == 0 ? 0 : first - (first % second),
            Operation.And => first & second,
            Operation.Or => first | second,
            Operation.ExclusiveOr => first ^ second,
            Operation.Complement => ~first,
            Operation.ShiftLeft => second < (UInt128)step.Width ? first << (int)second : 0,
            Operation.ShiftRight => second < (UInt128)step.Width ? first >> (int)second : 0,
            Operation.Extract => first >> (int)step.Immediate,
            Operation.Join => (first << step.OperandWidth) | second,
            Operation.ZeroExtend => first,
            Operation.SignExtend => SignExtend(first, step.OperandWidth),
            Operation.Choose => first != 0 ? second : values[step.Third],
            _ => throw new InvalidOperationException($"{step.Operation} is no word"),
        };
    }

    private static bool Judge(in Step step, ReadOnlySpan<UInt128> values)
    {
        UInt128 first = values[step.First], second = values[step.Second];
        return step.Operation switch
        {
            Operation.Equal => first == second,
            Operation.Below => first < second,
            Operation.AtMost => first <= second,
            Operation.SignedBelow =>
                (Int128)SignExtend(first, step.OperandWidth)
                    < (Int128)SignExtend(second, step.OperandWidth),
            Operation.Both => first != 0 && second != 0,
            Operation.Either => (first | second) != 0,
            Operation.Negation => first == 0,
            Operation.True => true,
            _ => throw new InvalidOperationException($"{step.Operation} is no truth"),
        };
    }

    private static UInt128 SignExtend(UInt128 value, int width) =>
        (UInt128)((Int128)(value << (Term.WidthMax - width)) >> (Term.WidthMax - width));

    private static UInt128 MaskOf(int width) =>
        width >= Term.WidthMax ? UInt128.MaxValue : (UInt128.One << width) - 1;
}
