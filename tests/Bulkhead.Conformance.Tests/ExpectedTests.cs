// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Bulkhead.Conformance.Tests;

/// <summary>The committed outcomes are those of the host's .NET. With <c>BULKHEAD_APPROVE=1</c> in
/// the environment they are written instead of compared.</summary>
public class ExpectedTests
{
    private const int CasesMin = 400;

    [Fact]
    public void OutcomesAreThoseOfTheHost()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        string folder = Path.Combine(Folder(), "..", "target", "conformance", "Expected");
        foreach ((string name, string text) in ExpectedText.Files(CaseList.Create()))
        {
            string path = Path.Combine(folder, name);
            if (Environment.GetEnvironmentVariable("BULKHEAD_APPROVE") == "1")
                File.WriteAllText(path, text);
            Assert.Equal(File.ReadAllText(path), text);
        }
    }

    [Fact]
    public void ThereAreEnoughCasesAndEachHasItsName()
    {
        string[] names = [.. CaseList.Create().Cases.Select(item => item.Name)];
        Assert.True(names.Length >= CasesMin, $"{names.Length} cases");
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.DoesNotContain(names, name => name.Contains(' '));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
