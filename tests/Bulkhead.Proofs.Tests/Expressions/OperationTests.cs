// SPDX-License-Identifier: MIT
using Bulkhead.Proofs.Solving;

namespace Bulkhead.Proofs.Tests.Expressions;

/// <summary>The evaluator and the solver mean the same by each operation: the solver is asked
/// whether an operation on fixed words can give anything but what the evaluator gave.</summary>
public class OperationTests
{
    private static readonly ulong[] s_values =
        [0, 1, 2, 7, 63, 64, 65, 0x80, 0xff, 0x8000_0000_0000_0000, 0xdead_beef_0bad_cafe, ~0ul];

    public static TheoryData<string> Names => [.. s_operations.Keys];

    private static readonly Dictionary<string, Func<BitVector, BitVector, BitVector>>
        s_operations = new()
        {
            ["add"] = (a, b) => a + b,
            ["subtract"] = (a, b) => a - b,
            ["multiply"] = (a, b) => a * b,
            ["and"] = (a, b) => a & b,
            ["or"] = (a, b) => a | b,
            ["exclusive or"] = (a, b) => a ^ b,
            ["complement"] = (a, b) => ~a ^ b,
            ["shift left"] = (a, b) => a.ShiftLeft(b),
            ["shift right"] = (a, b) => a.ShiftRight(b),
            ["extract"] = (a, b) => a.Extract(40, 9).Join(b.Extract(63, 32)),
            ["join"] = (a, b) => a.Extract(30, 0).Join(b.Extract(32, 0)),
            ["zero extend"] = (a, b) => a.Extract(7, 0).ZeroExtend(64) + b,
            ["sign extend"] = (a, b) => a.Extract(7, 0).SignExtend(64) + b,
            ["choose"] = (a, b) => a.Bit(0).Choose(a, b),
            ["equal"] = (a, b) => a.Is(b).ToWord(64),
            ["below"] = (a, b) => a.IsBelow(b).ToWord(64),
            ["at most"] = (a, b) => a.IsAtMost(b).ToWord(64),
            ["signed below"] = (a, b) => a.IsSignedBelow(b).ToWord(64),
            ["both"] = (a, b) => (a.Bit(1) & b.Bit(1)).ToWord(64),
            ["either"] = (a, b) => (a.Bit(1) | b.Bit(1)).ToWord(64),
            ["negation"] = (a, b) => (!a.Bit(1)).ToWord(64) + b,
            ["same"] = (a, b) => a.Bit(1).Is(b.Bit(1)).ToWord(64),
            ["wide"] = (a, b) =>
                (a.Extract(7, 0).ZeroExtend(72) * b.ZeroExtend(72)).Extract(71, 8),
            ["fixed quotient"] = (a, b) =>
                a.Extract(31, 0).Quotient(BitVector.Constant(104, 32)).ZeroExtend(64) + b,
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void EvaluatorAndSolverAgree(string name)
    {
        BitVector left = BitVector.Variable("left", 64, 0);
        BitVector right = BitVector.Variable("right", 64, 1);
        BitVector result = s_operations[name](left, right);
        Tape tape = new();
        int place = tape.Add(result);
        UInt128[] values = new UInt128[tape.Length];
        Formula differs = !Formula.True;
        foreach (ulong one in s_values)
        {
            foreach (ulong other in s_values)
            {
                tape.Run([one, other], values);
                differs |= left.Is(one) & right.Is(other) & !result.Is((ulong)values[place]);
            }
        }

        SmtText text = new();
        text.Declare([left, right]);
        text.Assert(differs);
        text.Append("(check-sat)");
        Assert.Equal("unsat", Solver.Run(text.Text, 60).Trim());
    }

    [Fact]
    public void DivisionKeepsItsDefiningProperty()
    {
        BitVector value = BitVector.Variable("value", 64, 0);
        BitVector step = BitVector.Variable("step", 64, 1);
        BitVector quotient = value.Quotient(step), multiple = value.RoundDown(step);
        Tape tape = new();
        int[] places = [tape.Add(quotient * step), tape.Add(multiple), tape.Add(quotient)];
        UInt128[] values = new UInt128[tape.Length];
        tape.Run([1_000_007, 1000], values);
        Assert.Equal([(UInt128)1_000_000, 1_000_000, 1000], places.Select(place => values[place]));
        tape.Run([5, 0], values);
        Assert.Equal((UInt128)ulong.MaxValue, values[places[2]]);
    }

    [Fact]
    public void WidthsMustFit()
    {
        BitVector narrow = BitVector.Variable("narrow", 8, 0);
        BitVector wide = BitVector.Variable("wide", 16, 1);
        Assert.Throws<ArgumentException>(() => narrow + wide);
        Assert.Throws<ArgumentOutOfRangeException>(() => narrow + 256);
        Assert.Throws<ArgumentOutOfRangeException>(() => narrow.Extract(8, 0));
    }
}
