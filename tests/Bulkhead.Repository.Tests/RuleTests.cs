// SPDX-License-Identifier: MIT
using Bulkhead.Repository.Tests.Rules;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>The tree keeps the rules, and every rule can fail.</summary>
public class RuleTests
{
    public static TheoryData<string> RuleNames => [.. Rule.All.Select(rule => rule.Name)];

    public static TheoryData<string, string, string, int> Samples => RuleSamples.Bad;

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void TreeKeepsTheRule(string name)
    {
        Rule rule = Named(name);
        Finding[] findings = [.. RepositoryTree.Files.SelectMany(rule.Check).Where(
            finding => !ExceptionList.All.Any(entry => entry.Covers(rule, finding)))];
        Assert.True(findings.Length == 0, string.Join('\n', findings.AsEnumerable()));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void RuleFindsTheBadSample(string name, string path, string text, int line)
    {
        Finding found = Assert.Single(Named(name).Check(new SourceFile(path, text)));
        Assert.Equal((path, line), (found.Path, found.Line));
    }

    [Fact]
    public void EveryRuleHasABadSample() => Assert.Equal(
        Rule.All.Select(rule => rule.Name).Order(),
        RuleSamples.Bad.Select(sample => (string)sample[0]).Distinct().Order());

    [Fact]
    public void ExceptionsOnlyShrink()
    {
        foreach (ExceptionList.Entry entry in ExceptionList.All)
        {
            Rule rule = Named(entry.Rule);
            int count = RepositoryTree.Files.SelectMany(rule.Check)
                .Count(finding => entry.Covers(rule, finding));
            Assert.True(count > 0, $"nothing needs the exception any more: {entry}");
            Assert.True(count <= entry.FindingsMax, $"{count} findings now: {entry}");
        }
    }

    [Fact]
    public void GoodSamplesPass()
    {
        foreach (SourceFile sample in RuleSamples.Good)
        {
            Assert.Empty(Rule.All.SelectMany(rule => rule.Check(sample)));
        }
    }

    private static Rule Named(string name) => Rule.All.Single(rule => rule.Name == name);
}
