// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Commands;
using Bulkhead.Cli.Output;

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
