// SPDX-License-Identifier: MIT
using System.Diagnostics;
using Bulkhead.Proofs.Solving;

namespace Bulkhead.Proofs.Lemmas;

/// <summary>
/// A lemma that a solver proves for every value of its variables. The solver sees a description of
/// the functions; random points hold the description against the functions themselves.
/// </summary>
/// <param name="name">Name, for <c>--only</c>.</param>
/// <param name="sentence">The statement in words.</param>
/// <param name="meaning">What a point where it does not hold would mean.</param>
internal sealed class BitVectorLemma(string name, string sentence, string meaning)
    : Lemma(name, sentence, meaning)
{
    private readonly List<Domain> _domains = [];
    private readonly List<Formula> _assumptions = [];
    private readonly List<Formula> _claims = [];
    private readonly List<SourceFunction> _sources = [];

    /// <summary>The variables with the values that they take.</summary>
    internal IReadOnlyList<Domain> Domains => _domains;

    /// <summary>What is taken for granted.</summary>
    internal IEnumerable<Formula> Assumptions =>
        [.. _domains.SelectMany(domain => domain.Assumptions), .. _assumptions];

    /// <summary>What is claimed.</summary>
    internal Formula Claim => _claims.Aggregate((left, right) => left & right);

    /// <summary>The functions with their descriptions.</summary>
    internal IReadOnlyList<SourceFunction> Sources => _sources;

    /// <summary>Adds a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="width">Bits, at most 64.</param>
    /// <param name="mask">Bits that may be set.</param>
    /// <param name="greatest">Greatest value.</param>
    internal BitVector Variable(
        string name, int width, ulong mask = ulong.MaxValue, ulong greatest = ulong.MaxValue)
    {
        ulong all = ulong.MaxValue >> (64 - width);
        BitVector variable = BitVector.Variable(name, width, _domains.Count);
        _domains.Add(new Domain(variable, mask & all, Math.Min(greatest, all)));
        return variable;
    }

    /// <summary>Takes something for granted.</summary>
    internal void Assume(Formula assumption) => _assumptions.Add(assumption);

    /// <summary>Claims something; every claim must hold.</summary>
    internal void Claims(Formula claim) => _claims.Add(claim);

    /// <summary>Describes a function.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="function">Its name.</param>
    /// <param name="description">What it returns.</param>
    /// <param name="code">The function.</param>
    /// <returns>The description.</returns>
    internal BitVector Function(
        string type, string function, BitVector description, SourceCode code)
    {
        if (description.Operation is not (Operation.Variable or Operation.Constant))
        {
            description.Name ??= function;
        }

        _sources.Add(new SourceFunction($"{type}.{function}", description, code));
        About(type, function);
        return description;
    }

    /// <summary>Describes a function that returns a truth.</summary>
    internal Formula Function(
        string type, string function, Formula description, Func<Point, bool> code)
    {
        Function(type, function, description.ToWord(1), point => code(point) ? 1ul : 0);
        return description;
    }

    /// <inheritdoc/>
    internal override LemmaResult Prove(ProofOptions options)
    {
        long started = Stopwatch.GetTimestamp();
        Task<SolverAnswer> solving = Task.Run(() => new LemmaQuestion(this).Ask(options));
        CrossCheck check = new(this, options);
        string? disagreement = check.Run();
        SolverAnswer answer = solving.Result;
        string? found = disagreement ?? answer.Explain(this);
        return new LemmaResult(
            this, found is null ? Verdict.Proved : Verdict.Failed, (ulong)check.PointCount,
            answer.Milliseconds, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds, found);
    }
}
