// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Proofs.Expressions;

/// <summary>Expressions as SMT-LIB 2: what is used twice or has a name gets a definition.</summary>
internal sealed class SmtText
{
    private const int DividerBitsMax = 32;

    private readonly StringBuilder _text = new("(set-logic QF_BV)\n");
    private readonly Dictionary<Term, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Term, int> _uses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _taken = [];

    /// <summary>The text so far.</summary>
    internal string Text => _text.ToString();

    /// <summary>Declares variables.</summary>
    internal void Declare(IEnumerable<BitVector> variables)
    {
        foreach (BitVector variable in variables)
        {
            _names[variable] = Take(variable.Name!);
            _text.Append($"(declare-const {variable.Name} {Sort(variable)})\n");
        }
    }

    /// <summary>Asserts formulas, after the definitions that they need.</summary>
    internal void Assert(params IEnumerable<Formula> formulas)
    {
        Formula[] all = [.. formulas];
        foreach (Formula formula in all) Count(formula);
        // Definitions come first: defining appends to the text.
        foreach (string text in all.Select(Define).ToArray()) Append($"(assert {text})");
    }

    /// <summary>Adds a line.</summary>
    internal void Append(string line) => _text.Append(line).Append('\n');

    private void Count(Term term)
    {
        int uses = _uses.GetValueOrDefault(term);
        _uses[term] = uses + 1;
        if (uses > 0) return;
        foreach (Term operand in term.Operands) Count(operand);
    }

    private string Define(Term term)
    {
        if (_names.TryGetValue(term, out string? known)) return known;
        if (term.Operation == Operation.Quotient) return DefineQuotient(term);
        if (term.Operation == Operation.RoundDown) return DefineMultiple(term);
        string body = Body(term);
        bool isPlain = term.Operands.Count == 0 || (_uses[term] < 2 && term.Name is null);
        if (isPlain) return body;
        string name = _names[term] = Take(term.Name ?? "t");
        _text.Append($"(define-fun {name} () {Sort(term)} {body})\n");
        return name;
    }

    // A divider's circuit is small for short words and fixed divisors. Else the quotient q of x by
    // p is given by consequences of its definition: q * p is at most x and lacks less than p to it,
    // and for a fixed p it does not wrap. Every real quotient is among the q that the solver
    // considers, so what holds for all of them holds for it.
    private string DefineQuotient(Term term)
    {
        string dividend = Define(term.Operands[0]), divisor = Define(term.Operands[1]);
        string name = _names[term] = Take(term.Name ?? "quotient");
        bool isFixed = term.Operands[1].Operation == Operation.Constant;
        if (isFixed && term.Width <= DividerBitsMax)
        {
            Append($"(define-fun {name} () {Sort(term)} (bvudiv {dividend} {divisor}))");
            return name;
        }

        Append($"(declare-const {name} {Sort(term)})");
        string product = $"(bvmul {name} {divisor})";
        Append($"(assert (=> (distinct {divisor} (_ bv0 {term.Width})) (and "
            + $"(bvule {product} {dividend}) (bvule {name} {dividend}) "
            + $"(bvult (bvsub {dividend} {product}) {divisor}))))");
        if (!isFixed) return name;
        UInt128 greatest = ((UInt128.One << term.Width) - 1) / term.Operands[1].Immediate;
        Append($"(assert (bvule {name} (_ bv{greatest} {term.Width})))");
        return name;
    }

    // The multiple m of p below x is at most x and lacks less than p to it; that it is a multiple
    // is in the operation's name only, and no proof uses it.
    private string DefineMultiple(Term term)
    {
        string value = Define(term.Operands[0]), step = Define(term.Operands[1]);
        string name = _names[term] = Take(term.Name ?? "multiple");
        Append($"(declare-const {name} {Sort(term)})");
        Append($"(assert (=> (distinct {step} (_ bv0 {term.Width})) (and "
            + $"(bvule {name} {value}) (bvult (bvsub {value} {name}) {step}))))");
        return name;
    }

    private string Body(Term term) => term.Operation switch
    {
        Operation.Constant => $"(_ bv{term.Immediate} {term.Width})",
        Operation.True => "true",
        Operation.Extract => $"((_ extract {(int)term.Immediate + term.Width - 1} "
            + $"{term.Immediate}) {Define(term.Operands[0])})",
        Operation.ZeroExtend => $"((_ zero_extend {Added(term)}) {Define(term.Operands[0])})",
        Operation.SignExtend => $"((_ sign_extend {Added(term)}) {Define(term.Operands[0])})",
        Operation.Variable =>
            throw new InvalidOperationException($"{term.Name} is not declared"),
        _ => $"({Symbol(term.Operation)} {string.Join(' ', term.Operands.Select(Define))})",
    };

    private static string Symbol(Operation operation) => operation switch
    {
        Operation.Add => "bvadd",
        Operation.Subtract => "bvsub",
        Operation.Multiply => "bvmul",
        Operation.And => "bvand",
        Operation.Or => "bvor",
        Operation.ExclusiveOr => "bvxor",
        Operation.Complement => "bvnot",
        Operation.ShiftLeft => "bvshl",
        Operation.ShiftRight => "bvlshr",
        Operation.Join => "concat",
        Operation.Choose => "ite",
        Operation.Equal => "=",
        Operation.Below => "bvult",
        Operation.AtMost => "bvule",
        Operation.SignedBelow => "bvslt",
        Operation.Both => "and",
        Operation.Either => "or",
        Operation.Negation => "not",
        _ => throw new InvalidOperationException($"{operation} has no symbol"),
    };

    private static int Added(Term term) => term.Width - term.Operands[0].Width;

    private static string Sort(Term term) =>
        term.Width == 0 ? "Bool" : $"(_ BitVec {term.Width})";

    private string Take(string wanted)
    {
        string name = wanted;
        for (int number = 2; !_taken.Add(name); number++) name = $"{wanted}-{number}";
        return name;
    }
}
