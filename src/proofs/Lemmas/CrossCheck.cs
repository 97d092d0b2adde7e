// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Lemmas;

/// <summary>Holds a lemma's descriptions against the code, and its claim against both, at random
/// points that keep the assumptions.</summary>
internal sealed class CrossCheck
{
    // A lemma whose assumptions nearly no point keeps says too little.
    private const int AttemptsPerPointMax = 100;

    private readonly BitVectorLemma _lemma;
    private readonly ProofOptions _options;
    private readonly Tape _assumptionTape = new();
    private readonly Tape _tape = new();
    private readonly int[] _assumptions;
    private readonly int[] _descriptions;
    private readonly int _claim;
    private readonly ulong[] _point;
    private readonly UInt128[] _values;

    internal CrossCheck(BitVectorLemma lemma, ProofOptions options)
    {
        _lemma = lemma;
        _options = options;
        _assumptions = [.. lemma.Assumptions.Select(_assumptionTape.Add)];
        _descriptions = [.. lemma.Sources.Select(source => _tape.Add(source.Description))];
        _claim = _tape.Add(lemma.Claim);
        _point = new ulong[lemma.Domains.Count];
        _values = new UInt128[Math.Max(_tape.Length, _assumptionTape.Length)];
    }

    /// <summary>Points that kept the assumptions.</summary>
    internal int PointCount { get; private set; }

    /// <summary>Tries the points.</summary>
    /// <returns>What disagreed first; null: nothing.</returns>
    internal string? Run()
    {
        PointSource source = new(_options.Seed ^ NameHash());
        long attemptsMax = (long)_options.CrossCheckCount * AttemptsPerPointMax;
        for (long attempt = 0; PointCount < _options.CrossCheckCount; attempt++)
        {
            if (attempt == attemptsMax) return "the assumptions hold at too few random points";
            source.Fill(_lemma.Domains, _point);
            if (!TryPoint(out string? disagreement)) continue;
            PointCount++;
            if (disagreement is not null) return disagreement;
        }
        return null;
    }

    /// <summary>Looks at one point.</summary>
    /// <returns>What disagrees there, or that nothing does.</returns>
    internal string Explain(ReadOnlySpan<ulong> point)
    {
        point.CopyTo(_point);
        return !TryPoint(out string? disagreement) ? $"{PointText()}: the assumptions do not hold"
            : disagreement ?? $"{PointText()}: the claim holds here";
    }

    private bool TryPoint(out string? disagreement)
    {
        disagreement = null;
        // Most points of some lemmas end here: what is claimed is evaluated for the others only.
        _assumptionTape.Run(_point, _values);
        foreach (int place in _assumptions)
        {
            if (_values[place] == 0) return false;
        }

        _tape.Run(_point, _values);
        for (int index = 0; index < _descriptions.Length; index++)
        {
            ulong actual = _lemma.Sources[index].Code(new Point(_point));
            if (actual == _values[_descriptions[index]]) continue;
            disagreement = $"{PointText()}: the code of {_lemma.Sources[index].Name} says "
                + $"0x{actual:x}, its description 0x{_values[_descriptions[index]]:x}; "
                + $"the proof is not about this code, and without it: {_lemma.Meaning}";
            return true;
        }
        if (_values[_claim] == 0) disagreement = $"{PointText()}: {ClaimText()}";
        return true;
    }

    private string ClaimText()
    {
        IEnumerable<string> results = _lemma.Sources.Select(
            (source, index) => $"{source.Name} is 0x{_values[_descriptions[index]]:x}");
        return $"{string.Join(", ", results)}; that would mean: {_lemma.Meaning}";
    }

    private string PointText() => string.Join(", ", _lemma.Domains.Select(
        (domain, index) => $"{domain.Variable.Name} = 0x{_point[index]:x}"));

    private ulong NameHash() =>
        _lemma.Name.Aggregate(14695981039346656037ul, (hash, c) => (hash ^ c) * 1099511628211);
}
