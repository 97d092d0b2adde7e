// SPDX-License-Identifier: MIT
using Bulkhead.Proofs.Catalogue;

namespace Bulkhead.Proofs.Tests;

/// <summary>Every lemma stands; <c>./bulkhead prove</c> does the same with all points.</summary>
public class CatalogueTests
{
    public static TheoryData<string> Names =>
        [.. LemmaCatalogue.All.Select(lemma => lemma.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void LemmaStands(string name)
    {
        Lemma lemma = LemmaCatalogue.All.Single(lemma => lemma.Name == name);
        LemmaResult result = lemma.Prove(QuickOptions.All);
        Assert.True(result.Stands, result.Counterexample);
        Assert.NotEqual(0ul, result.PointCount);
    }

    [Fact]
    public void NamesAreDistinctAndLemmasSayWhatTheyAreAbout()
    {
        Assert.Equal(
            LemmaCatalogue.All.Count, LemmaCatalogue.All.DistinctBy(lemma => lemma.Name).Count());
        Assert.All(LemmaCatalogue.All, lemma =>
        {
            Assert.NotEmpty(lemma.Functions);
            Assert.EndsWith(".", lemma.Sentence);
            Assert.False(lemma.Meaning.EndsWith('.'), lemma.Meaning);
        });
    }

    [Fact]
    public void ThereAreManyLemmas() => Assert.True(
        LemmaCatalogue.All.OfType<BitVectorLemma>().Count() >= 20
            && LemmaCatalogue.All.Count >= 50);
}
