// SPDX-License-Identifier: MIT
using System.Xml.Linq;

namespace Bulkhead.Cli.Testing;

/// <summary>Reads the report that <c>dotnet test</c> writes (Visual Studio's TRX).</summary>
public static class TrxReport
{
    private static readonly XNamespace s_namespace =
        "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads a report.</summary>
    /// <param name="suite">What the tests belong to.</param>
    /// <param name="xml">The report.</param>
    /// <returns>Its tests, skipped ones left out.</returns>
    public static IReadOnlyList<TestOutcome> Read(string suite, string xml) =>
        [.. XDocument.Parse(xml).Descendants(s_namespace + "UnitTestResult")
            .Where(result => Attribute(result, "outcome") != "NotExecuted")
            .Select(result => new TestOutcome(
                suite,
                Attribute(result, "testName"),
                Attribute(result, "outcome") == "Passed",
                Message(result)))];

    private static string Attribute(XElement element, string name) =>
        (string?)element.Attribute(name) ?? "";

    private static string Message(XElement result)
    {
        XElement? error = result.Descendants(s_namespace + "ErrorInfo").FirstOrDefault();
        return error is null ? "" : string.Join('\n',
            error.Elements().Select(element => element.Value.Trim()));
    }
}
