// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Tests.Lemmas;

/// <summary>A wrong lemma, a wrong function and a wrong description are each noticed.</summary>
public class BitVectorLemmaTests
{
    private const ulong Rare = 0x1234_5678_9abc_def0;

    [Fact]
    public void TrueLemmaIsProved()
    {
        LemmaResult result = Rounding(claimed: 4096, coded: 4096).Prove(QuickOptions.All);
        Assert.Equal(Verdict.Proved, result.Verdict);
        Assert.Null(result.Counterexample);
        Assert.Equal(5_000ul, result.PointCount);
    }

    [Fact]
    public void WrongLemmaHasACounterexample()
    {
        LemmaResult result = Rounding(claimed: 8192, coded: 4096).Prove(QuickOptions.All);
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Contains("value = 0x", result.Counterexample);
        Assert.Contains("that would mean: pages would overlap", result.Counterexample);
    }

    [Fact]
    public void WrongFunctionIsFoundByTheCrossCheck()
    {
        LemmaResult result = Rounding(claimed: 4096, coded: 2048).Prove(QuickOptions.All);
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Contains("the code of Code.Round says 0x", result.Counterexample);
        Assert.Contains("its description 0x", result.Counterexample);
    }

    [Fact]
    public void SolverFindsWhatNoRandomPointMeets()
    {
        BitVectorLemma lemma = new("rare", "Rare.", "one value is forgotten");
        BitVector value = lemma.Variable("value", 64);
        lemma.Function("Code", "Same", value | 0, point => point[value]);
        lemma.Claims(!value.Is(Rare));
        LemmaResult result = lemma.Prove(QuickOptions.All);
        Assert.Contains($"z3 found value = 0x{Rare:x}", result.Counterexample);
        Assert.Contains("one value is forgotten", result.Counterexample);
    }

    [Fact]
    public void ContradictoryAssumptionsProveNothing()
    {
        BitVectorLemma lemma = new("empty", "Empty.", "nothing");
        BitVector value = lemma.Variable("value", 8);
        lemma.Assume(value.IsBelow(3) & !value.IsBelow(4));
        lemma.Claims(value.Is(77));
        LemmaResult result = lemma.Prove(QuickOptions.All with { CrossCheckCount = 10 });
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Contains("at too few random points", result.Counterexample);
        Assert.Contains("contradict each other", new Bulkhead.Proofs.Solving.LemmaQuestion(lemma)
            .Ask(QuickOptions.All).Explain(lemma));
    }

    [Fact]
    public void SolverThatGivesUpProvesNothing()
    {
        BitVectorLemma lemma = new("factors", "Factors.", "nothing");
        BitVector one = lemma.Variable("one", 32), other = lemma.Variable("other", 32);
        lemma.Assume(BitVector.Constant(1, 32).IsBelow(one));
        lemma.Assume(BitVector.Constant(1, 32).IsBelow(other));
        // A prime just below 2^62: no two factors above 1.
        lemma.Claims(!(one.ZeroExtend(64) * other.ZeroExtend(64)).Is((1ul << 62) - 57));
        LemmaResult result = lemma.Prove(
            new ProofOptions(CrossCheckCount: 100, EnumeratedMax: 1, SolverSeconds: 1, Seed: 1));
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Contains("z3 says: timeout", result.Counterexample);
    }

    private static BitVectorLemma Rounding(ulong claimed, ulong coded)
    {
        BitVectorLemma lemma = new("rounding", "Rounds.", "pages would overlap");
        BitVector value = lemma.Variable("value", 64);
        BitVector rounded = lemma.Function(
            "Code", "Round", value & ~4095ul, point => point[value] & ~(coded - 1));
        lemma.Claims((rounded & (claimed - 1)).Is(0));
        return lemma;
    }
}
