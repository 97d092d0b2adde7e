// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Tests.Testing;

public sealed class TrxReportTests
{
    [Fact]
    public void Reads_passed_and_failed_tests_and_leaves_skipped_ones_out()
    {
        IReadOnlyList<TestOutcome> outcomes = TrxReport.Read("suite", """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
              <UnitTestResult testName="a" outcome="Passed" />
              <UnitTestResult testName="b" outcome="Failed"><Output><ErrorInfo>
                <Message>why</Message><StackTrace>where</StackTrace>
              </ErrorInfo></Output></UnitTestResult>
              <UnitTestResult testName="c" outcome="NotExecuted" />
            </Results></TestRun>
            """);
        Assert.Equal(
            [new("suite", "a", true, ""), new("suite", "b", false, "why\nwhere")], outcomes);
    }

    [Fact]
    public void Finds_projects_and_suites_by_folder()
    {
        string root = Directory.CreateTempSubdirectory("bulkhead-cli-").FullName;
        foreach (string file in new[]
        {
            "tests/A.Tests/A.Tests.csproj", "tests/B/B.csproj", "tests/target/ipc/x.script",
            "tests/target/boot/b.script", "tests/target/boot/a.script", "tests/target/empty/x",
        })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.WriteAllText(Path.Combine(root, file), "");
        }

        Assert.Equal("A.Tests.csproj",
            Path.GetFileName(Assert.Single(HostRunner.FindProjects(root))));
        IReadOnlyList<TargetSuite> suites = TargetSuite.Find(root);
        Assert.Equal(["boot", "ipc"], suites.Select(suite => suite.Name));
        Assert.Equal(["a.script", "b.script"], suites[0].Scripts.Select(Path.GetFileName));
        Directory.Delete(root, recursive: true);
        Assert.Empty(TargetSuite.Find(root));
    }
}
