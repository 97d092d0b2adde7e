// SPDX-License-Identifier: MIT
namespace Bulkhead.Proofs.Tests.Lemmas;

public class EnumeratedLemmaTests
{
    private const ulong Wrong = 0x2_3456;

    private static readonly ProofOptions s_full = ProofOptions.Full;

    [Fact]
    public void EveryPointIsTried()
    {
        LemmaResult result = new EnumeratedLemma<GoodCase>("a", "A.", "b").Prove(s_full);
        Assert.Equal((Verdict.Enumerated, 1ul << 20), (result.Verdict, result.PointCount));
        Assert.Equal("enumerated, all 2^20 points", result.Words);
    }

    [Fact]
    public void TheOnePointThatFailsIsFound()
    {
        LemmaResult result =
            new EnumeratedLemma<BadCase>("a", "A.", "it is wrong").Prove(s_full);
        Assert.Equal(Verdict.Failed, result.Verdict);
        Assert.Equal($"point 0x{Wrong:x}: that means: it is wrong", result.Counterexample);
    }

    [Fact]
    public void PartOfADomainIsOnlySampled()
    {
        LemmaResult result = new EnumeratedLemma<GoodCase>("a", "A.", "b")
            .Prove(s_full with { EnumeratedMax = 1000 });
        Assert.Equal((Verdict.Sampled, 1000ul), (result.Verdict, result.PointCount));
        Assert.StartsWith("sampled only", result.Words);
    }

    private readonly struct GoodCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 20;

        public static bool Holds(ulong point) => point < 1 << 20;

        public static string Describe(ulong point) => $"point 0x{point:x}";
    }

    private readonly struct BadCase : IEnumeratedCase
    {
        public static ulong PointCount => 1 << 20;

        public static bool Holds(ulong point) => point != Wrong;

        public static string Describe(ulong point) => $"point 0x{point:x}";
    }
}
