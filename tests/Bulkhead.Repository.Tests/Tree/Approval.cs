// SPDX-License-Identifier: MIT
namespace Bulkhead.Repository.Tests.Tree;

/// <summary>Committed texts that must agree with the code. With <c>BULKHEAD_APPROVE=1</c> in the
/// environment they are written instead of compared.</summary>
public static class Approval
{
    private const string Variable = "BULKHEAD_APPROVE";

    /// <summary>Compares a text with the committed one.</summary>
    /// <param name="path">The committed file, from the root.</param>
    /// <param name="text">What the code says now.</param>
    public static void Verify(string path, string text)
    {
        string place = RepositoryTree.FullPath(path);
        if (Environment.GetEnvironmentVariable(Variable) == "1") File.WriteAllText(place, text);
        string committed = File.Exists(place) ? File.ReadAllText(place) : "";
        Assert.True(committed == text, Describe(path, committed, text));
    }

    /// <summary>Says where two texts part.</summary>
    /// <param name="path">The committed file.</param>
    /// <param name="committed">Its text.</param>
    /// <param name="text">The new text.</param>
    /// <returns>The first line that differs, on both sides, and what to do.</returns>
    public static string Describe(string path, string committed, string text)
    {
        string[] before = committed.Split('\n');
        string[] now = text.Split('\n');
        int same = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{path}:{same + 1} does not agree with the code.\n"
            + $"committed: {before.ElementAtOrDefault(same)}\n"
            + $"code:      {now.ElementAtOrDefault(same)}\n"
            + $"If the change is meant: {Variable}=1 ./bulkhead test --only Repository";
    }
}
