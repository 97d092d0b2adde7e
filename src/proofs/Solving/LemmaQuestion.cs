// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bulkhead.Proofs.Lemmas;

namespace Bulkhead.Proofs.Solving;

/// <summary>The two questions about a lemma: can its assumptions be met, and can they be met while
/// its claim fails.</summary>
/// <param name="lemma">The lemma.</param>
internal sealed partial class LemmaQuestion(BitVectorLemma lemma)
{
    private IEnumerable<BitVector> Variables => lemma.Domains.Select(domain => domain.Variable);

    /// <summary>The question whose answer must be yes.</summary>
    internal string AssumptionText => Write([.. lemma.Assumptions, Formula.True]);

    /// <summary>The question whose answer must be no.</summary>
    internal string RefutationText => Write([.. lemma.Assumptions, !lemma.Claim]);

    /// <summary>Asks both.</summary>
    internal SolverAnswer Ask(ProofOptions options)
    {
        long started = Stopwatch.GetTimestamp();
        string possible = Solver.Run(AssumptionText, options.SolverSeconds);
        if (!possible.StartsWith("sat", StringComparison.Ordinal))
        {
            string reason = possible.StartsWith("unsat", StringComparison.Ordinal)
                ? "the assumptions contradict each other, so the lemma says nothing"
                : $"z3 says about the assumptions: {possible.Trim()}";
            return new SolverAnswer(false, Elapsed(started), reason);
        }

        string answer = Solver.Run(RefutationText, options.SolverSeconds);
        if (answer.StartsWith("unsat", StringComparison.Ordinal))
        {
            return new SolverAnswer(true, Elapsed(started));
        }

        return answer.StartsWith("sat", StringComparison.Ordinal)
            ? new SolverAnswer(false, Elapsed(started), Point: Read(answer))
            : new SolverAnswer(false, Elapsed(started), $"z3 says: {answer.Trim()}");
    }

    private string Write(IEnumerable<Formula> formulas)
    {
        SmtText text = new();
        text.Append($"; {lemma.Name}: {lemma.Sentence}");
        text.Declare(Variables);
        text.Assert(formulas);
        text.Append("(check-sat)");
        text.Append($"(get-value ({string.Join(' ', Variables.Select(v => v.Name))}))");
        return text.Text;
    }

    private ulong[] Read(string answer)
    {
        Dictionary<string, ulong> values = Value().Matches(answer).ToDictionary(
            match => match.Groups["name"].Value,
            match => match.Groups["hex"].Success
                ? ulong.Parse(match.Groups["hex"].Value, NumberStyles.HexNumber)
                : ulong.Parse(match.Groups["binary"].Value, NumberStyles.BinaryNumber));
        return [.. Variables.Select(variable => values[variable.Name!])];
    }

    private static long Elapsed(long started) =>
        (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    [GeneratedRegex(@"\((?<name>[\w-]+) #(x(?<hex>[0-9a-f]+)|b(?<binary>[01]+))\)")]
    private static partial Regex Value();
}
