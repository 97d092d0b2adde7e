// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Tests.Testing;

public sealed class RecordReaderTests
{
    [Fact]
    public void Reads_records_with_and_without_tags()
    {
        RecordReader reader = Read(["t", "machine"], "noise", "[t] #test ipc call pass", "[t] hello",
            "#test boot first fail expected 1, got 2", "[t] #test end 1", "#test end 1");
        Assert.True(reader.IsComplete);
        Assert.Equal(
            [new("ipc", "call", true, ""), new("boot", "first", false, "expected 1, got 2")],
            reader.Outcomes);
    }

    [Fact]
    public void Waits_for_every_partition_even_if_it_never_says_anything()
    {
        RecordReader reader = Read(["a", "b"], "[a] #test s x pass", "[a] #test end 1");
        Assert.False(reader.IsComplete);
        Assert.Equal(["b"], reader.Waiting);
        reader.Feed("[b] #test end 0");
        Assert.True(reader.IsComplete);
    }

    [Theory]
    [InlineData("#test end 2")]
    [InlineData("#test end 0")]
    public void A_lost_record_is_a_failure(string end)
    {
        RecordReader reader = Read(["machine"], "#test s x pass", end);
        Assert.Contains(reader.Outcomes, outcome => !outcome.IsPassed);
    }

    [Theory]
    [InlineData("#test s x")]
    [InlineData("#test s x maybe")]
    public void A_damaged_record_is_a_failure(string line) =>
        Assert.False(Assert.Single(Read(["machine"], line).Outcomes).IsPassed);

    [Fact]
    public void Records_of_others_are_not_listened_to()
    {
        RecordReader reader = Read(["a"], "[b] #test s x fail", "[b] #test end 99", "#test end 1");
        Assert.Empty(reader.Outcomes);
        Assert.False(reader.IsComplete);
    }

    [Fact]
    public void A_second_end_is_a_failure() => Assert.False(
        Assert.Single(Read(["machine"], "#test end 0", "#test end 0").Outcomes).IsPassed);

    private static RecordReader Read(string[] partitions, params string[] lines)
    {
        RecordReader reader = new(partitions);
        foreach (string line in lines)
        {
            reader.Feed(line);
        }

        return reader;
    }
}
