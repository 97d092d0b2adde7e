// SPDX-License-Identifier: MIT
using System.Text.Json;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Commands;
using Bulkhead.Cli.Output;

namespace Bulkhead.Cli.Tests.Commands;

[Collection("console output")]
public sealed class SimulateCommandTests : IDisposable
{
    private readonly string _file = Path.Combine(
        Path.GetTempPath(), $"bulkhead-figures-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_campaign_goes_on_where_its_file_ends()
    {
        Assert.Equal(ExitCode.Good, Simulate("--seeds", "2"));
        Assert.Equal((2, 3), Figures());

        Assert.Equal(ExitCode.Good, Simulate("--seeds", "5", "--resume"));
        Assert.Equal((5, 6), Figures());

        Assert.Equal(ExitCode.Good, Simulate("--seeds", "5", "--resume"));
        Assert.Equal((5, 6), Figures());
    }

    [Fact]
    public void Figures_of_another_mode_are_not_added_to()
    {
        Assert.Equal(ExitCode.Good, Simulate("--seeds", "2"));
        FormatException error = Assert.Throws<FormatException>(
            () => Simulate("--seeds", "5", "--resume", "--mode", "liveness"));
        Assert.Contains("leave out --resume", error.Message, StringComparison.Ordinal);
        Assert.Equal((2, 3), Figures());
    }

    private int Simulate(params string[] arguments) =>
        SimulateCommand.Create(new Workspace("/nowhere", new ToolOutput()))
            .Parse(["--json", _file, .. arguments])
            .Invoke(new() { EnableDefaultExceptionHandler = false });

    private (int Seeds, int NextSeed) Figures()
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_file));
        return (json.RootElement.GetProperty("seeds").GetInt32(),
            json.RootElement.GetProperty("nextSeed").GetInt32());
    }
}
