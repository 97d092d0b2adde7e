// SPDX-License-Identifier: MIT
using System.Text.Json;
using Bulkhead.Proofs.Reports;

namespace Bulkhead.Proofs.Tests;

public class ProveArgumentsTests
{
    [Fact]
    public void ArgumentsAreRead()
    {
        ProveArguments read = ProveArguments.Read(["--only", "leaf", "--json", "--seed", "7"]);
        Assert.Equal(("leaf", true, false, 7ul),
            (read.Only, read.IsJson, read.IsText, read.Options.Seed));
        Assert.Equal(1_000_000, read.Options.CrossCheckCount);
    }

    [Theory]
    [InlineData("--only")]
    [InlineData("--seed", "x")]
    [InlineData("--nothing")]
    public void BadArgumentsAreRefused(params string[] arguments) =>
        Assert.Throws<FormatException>(() => ProveArguments.Read(arguments));

    [Fact]
    public void JsonTellsEveryResult()
    {
        BitVectorLemma lemma = new("name", "Sentence.", "meaning");
        LemmaResult result = new(lemma, Verdict.Failed, 5, 6, 7, "x = 0x1");
        using JsonDocument json = JsonDocument.Parse(ResultJson.Of([result], "solver"));
        Assert.Equal(1, json.RootElement.GetProperty("failed").GetInt32());
        JsonElement first = json.RootElement.GetProperty("lemmas")[0];
        Assert.Equal("failed", first.GetProperty("verdict").GetString());
        Assert.Equal("x = 0x1", first.GetProperty("counterexample").GetString());
    }
}
