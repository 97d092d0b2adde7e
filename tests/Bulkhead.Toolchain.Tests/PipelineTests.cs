// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

public class PipelineTests
{
    [Fact]
    public void StepRunsAgainOnlyWhenAnInputChanges()
    {
        using var folder = new TemporaryFolder();
        List<string> steps = [];
        var context = new ToolchainContext(folder.Path, progress: steps.Add);
        string source = folder.Write("a.S", "nop\n");
        string output = folder.File("out/a.o");
        Assembler.Assemble(context, source, output);
        Assembler.Assemble(context, source, output);
        Assert.Equal(["assemble a.S"], steps);
        folder.Write("a.S", "ret\n");
        Assembler.Assemble(context, source, output);
        Assert.Equal(2, steps.Count);
        File.WriteAllText(output, "damaged");
        Assembler.Assemble(context, source, output);
        Assert.Equal(3, steps.Count);
    }

    [Fact]
    public void FailureShowsCommandAndWordsAndLeavesNoClaim()
    {
        using var folder = new TemporaryFolder();
        var context = new ToolchainContext(folder.Path);
        string source = folder.Write("bad.S", "nonsense x0\n");
        for (int round = 0; round < 2; round++)
        {
            var error = Assert.Throws<ToolFailureException>(
                () => Assembler.Assemble(context, source, folder.File("bad.o")));
            Assert.Contains("aarch64-linux-gnu-as -march=armv8-a", error.CommandLine);
            Assert.Contains("unknown mnemonic `nonsense'", error.Message);
            Assert.Contains(error.CommandLine, error.Message);
        }
    }

    [Fact]
    public void MissingToolNamesItsPackage() =>
        Assert.Contains(
            "Install the Debian package tool-package",
            Assert.Throws<ToolchainException>(
                () => new ExternalTool("no-such-tool", "tool-package").Run([])).Message);

    [Fact]
    public void MissingMemberIsNamedByTheNativeCompiler()
    {
        using var folder = new TemporaryFolder();
        string core = DotnetBuild.Run(
            Repository.Context,
            Repository.Context.InRepository("src/corelib/Bulkhead.CoreLib.csproj"))[0];
        folder.Write("Bad.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        folder.Write("Bad.cs", """
            namespace System.Runtime
            {
                class RuntimeExportAttribute(string name) : Attribute
                {
                    string Name => name;
                }
            }
            static class Bad
            {
                [System.Runtime.RuntimeExport("bad")]
                static double Root(double value) => System.Math.Sqrt(value);
            }
            """);
        var context =
            new ToolchainContext(Repository.Context.RepositoryRoot, folder.File("artifacts"));
        string bad = DotnetBuild.Run(context, folder.File("Bad.csproj"))[0];
        var error = Assert.Throws<ToolFailureException>(
            () => Ilc.Compile(context, [bad, core], Ilc.Facades, folder.File("bad.o")));
        Assert.Contains("Missing method 'Double System.Math.Sqrt(Double)'", error.Message);
        Assert.DoesNotContain("   at ", error.Message);
    }
}
