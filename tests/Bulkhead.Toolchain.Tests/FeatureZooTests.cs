// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Text;
using Bulkhead.FeatureZoo;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Tests;

/// <summary>
/// The contract between core library and native compiler: the same IL writes the same lines under
/// the host's runtime and on the bare machine, and asks the hand-written code for no more symbols
/// than agreed.
/// </summary>
public class FeatureZooTests
{
    private const string Project = "tests/target/feature-zoo/Bulkhead.FeatureZoo.csproj";

    [Fact]
    public void BareMachineAgreesWithTheHost()
    {
        NativeBuildResult built = Build().RequirePassed();
        string[] target =
            RunUnderQemu(built.ElfPath).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var report = default(ZooReport);
        Zoo.Run(ref report, 3);
        string[] host = Encoding.ASCII.GetString(report.Text)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(host, target[..^1]);
        // The last line comes from the panic entry: reason 1, index out of range.
        Assert.Equal("!1", target[^1]);
    }

    [Fact]
    public void CompiledCodeAsksForTheAgreedSymbolsOnly()
    {
        NativeBuildResult built = Build();
        IEnumerable<string> asked = ElfFile.Read(built.Output.CompiledObjectPath).UndefinedSymbols
            .Select(symbol => symbol.Name).Order(StringComparer.Ordinal);
        Assert.Equal(["RhpThrowEx", "__security_cookie"], asked);
    }

    [Fact]
    public void DebugInformationNamesTheSources()
    {
        ElfFile file = ElfFile.Read(Build().ElfPath);
        Assert.NotNull(file.FindSection(".debug_line"));
        byte[] lines = file.Bytes(file.FindSection(".debug_line")!).ToArray();
        Assert.Contains("SpanAnimals.cs", Encoding.ASCII.GetString(lines));
    }

    private static NativeBuildResult Build() =>
        PartitionBuild.Run(Repository.Context, Repository.Context.InRepository(Project));

    private static string RunUnderQemu(string program)
    {
        using Process process = Process.Start(new ProcessStartInfo("qemu-system-aarch64",
        [
            "-M", "virt,virtualization=on,gic-version=3", "-cpu", "cortex-a72", "-nodefaults",
            "-display", "none", "-serial", "stdio", "-kernel", program,
        ])
        { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        Task<string> text = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(60)))
            process.Kill();
        return text.Result;
    }
}
