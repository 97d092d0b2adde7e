// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Commands;
using Bulkhead.Cli.Output;
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Tests.Commands;

[Collection("console output")]
public sealed class CheckCommandTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Check_shows_the_schedules_of_a_good_description()
    {
        (int exitCode, string text) = Check("""
            board: qemu-virt
            partitions:
              control: { native: samples/control, time-partition: control }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            schedules:
              normal:
                windows:
                  - { time-partition: control, duration: 1 ms }
                  - { duration: 4 ms }
            """);

        Assert.Equal(ExitCode.Good, exitCode);
        Assert.StartsWith($"{_file}: good, 2 partitions\n"
            + "schedule normal: frame 5000 us, 2 windows, active from the start\n"
            + "  control      |##########......", text, StringComparison.Ordinal);
        Assert.Contains("|  20.0 %  control\n", text, StringComparison.Ordinal);
        Assert.EndsWith("       1000 us +     4000 us  background\n", text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Check_shows_no_schedule_where_there_is_none()
    {
        (int exitCode, string text) = Check("""
            board: qemu-virt
            partitions:
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """);

        Assert.Equal((ExitCode.Good, $"{_file}: good, 1 partitions\n"), (exitCode, text));
    }

    [Fact]
    public void Check_shows_no_schedule_of_a_wrong_description()
    {
        (int exitCode, string text) = Check("""
            board: qemu-virt
            partitions:
              console: { native: src/partitions/console, time-partition: console }
            """);

        Assert.Equal((ExitCode.BadInput, ""), (exitCode, text));
    }

    [Theory]
    [InlineData("samples/control", 0)]
    [InlineData("samples/greeting", 1)]
    [InlineData("tests/target/suite-collected", 2)]
    [InlineData("src/partitions/console", 0)]
    public void Check_holds_a_stated_tier_against_the_project(string project, int tier)
    {
        Assert.Equal(ExitCode.Good, Check(Stating(project, tier)).ExitCode);
        int other = (tier + 1) % 3;
        Assert.Equal(ExitCode.BadInput, Check(Stating(project, other)).ExitCode);
    }

    [Fact]
    public void A_wrong_tier_is_told_with_its_place_and_both_numbers()
    {
        ToolchainContext toolchain = ToolchainContext.Find(AppContext.BaseDirectory);
        File.WriteAllText(_file, Stating("samples/greeting", 2));
        DiagnosticBag diagnostics = new();
        SystemModel model =
            SystemReader.ReadFile(_file, toolchain.RepositoryRoot, diagnostics)!;

        TierCheck.Check(model, toolchain, diagnostics);

        Diagnostic error = Assert.Single(diagnostics.Sorted());
        Assert.Equal((DiagnosticId.TierMismatch, 5, 11),
            (error.Id, error.Mark.Line, error.Mark.Column));
        Assert.Equal("`tier` of partition `mine` is 2, its project "
            + "samples/greeting/Greeting.csproj has tier 1", error.Message);
        Assert.Equal("write `tier: 1`, or <BulkheadTier>2</BulkheadTier> in the project, which "
            + "decides what is linked", error.Remedy);
    }

    private static string Stating(string project, int tier) => $"""
        board: qemu-virt
        partitions:
          mine:
            native: {project}
            tier: {tier}
          screen: {'{'} native: src/partitions/console, devices: [ /pl011@9000000 ] {'}'}
        """;

    // What the tool says goes where the console goes when it starts.
    private (int ExitCode, string Text) Check(string description)
    {
        File.WriteAllText(_file, description);
        TextWriter console = Console.Out;
        using StringWriter writer = new() { NewLine = "\n" };
        Console.SetOut(writer);
        try
        {
            ToolOutput output = new();
            int exitCode = CheckCommand.Create(Workspace.Find(AppContext.BaseDirectory, output))
                .Parse([_file]).Invoke();
            return (exitCode, writer.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
