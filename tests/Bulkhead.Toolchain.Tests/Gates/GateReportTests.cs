// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class GateReportTests
{
    [Fact]
    public void ReportNamesEveryGateAndOffence()
    {
        var report = new GateReport(
            "kernel.elf",
            [
                new GateResult("one", "fine", []),
                new GateResult("other", "two", ["A is bad.", "B is."]),
            ]);
        Assert.False(report.Passed);
        string text = report.ToText();
        Assert.Contains("ok   one", text);
        Assert.Contains("FAIL other", text);
        Assert.Contains("A is bad.", text);
        Assert.Contains("B is.", text);
    }

    [Fact]
    public void PolicyOfTheRepositoryCanBeRead()
    {
        string path = Repository.Context.InRepository("eng/gates.json");
        Assert.Equal(65536, GatePolicy.Read(path, "kernel").TextBytesMax);
        Assert.Contains("RhpThrowEx", GatePolicy.Read(path, "partition").RuntimeSymbols);
        Assert.Throws<ToolchainException>(() => GatePolicy.Read(path, "nothing"));
    }

    [Fact]
    public void UnknownWordInAPolicyIsRefused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("gates.json", """{ "kernel": { "textBytesMx": 1 } }""");
        Assert.Contains(
            "textBytesMx",
            Assert.Throws<ToolchainException>(() => GatePolicy.Read(path, "kernel")).Message);
    }
}
