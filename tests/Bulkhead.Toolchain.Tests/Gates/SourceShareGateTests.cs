// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class SourceShareGateTests
{
    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void LinesAreCountedWithoutBlanksAndComments(int linesMax, bool passed)
    {
        using var folder = new TemporaryFolder();
        string assembly = folder.Write("a.S", "// one\n\n/* two\nthree */\n nop\n ret // four\n");
        string safe = folder.Write("a.cs", "// unsafe\nint a;\n\nint b;\nint c;\n");
        string pun = folder.Write("b.cs", "unsafe class B;\n");
        var subject = new GateSubject(
            TinyProgram.Link(".global _start\n_start: ret"),
            sources: new SourceSet([safe, pun], [assembly]));
        GateResult result =
            new SourceShareGate(new GatePolicy { AssemblyLinesMax = linesMax }).Check(subject);
        Assert.Equal(passed, result.Passed);
        Assert.Contains("4 lines of C#, 1 (16.7 %) of them", result.Summary);
        Assert.Contains("2 lines (33.3 %) of assembly", result.Summary);
    }
}
