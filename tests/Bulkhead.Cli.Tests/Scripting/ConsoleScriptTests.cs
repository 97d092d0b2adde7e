// SPDX-License-Identifier: MIT
using System.IO.Pipelines;
using System.Text;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Tests.Scripting;

public sealed class ConsoleScriptTests
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Runs_steps_in_order_against_a_machine_that_answers()
    {
        FakeMachine machine = new(
            "[linux] ~ # ", line => $"\r\n[linux] {line.Length}\r\n[linux] ~ # ");
        MemoryStream log = new();
        ConsoleScript script = new(
        [
            ExpectStep.Parse("# $"), SendStep.Parse(@"abc\n"), ExpectStep.Parse("^3$"),
            SendStep.Parse(@"abcde\n"), ExpectStep.Parse(@"^5\n~ # $"),
        ])
        {
            Partition = "linux", FocusKeys = [], Log = log,
        };

        ScriptResult result = await script.RunAsync(machine.Screen, machine.Keyboard, s_timeout);

        Assert.True(result.IsMet, result.Reason);
        Assert.Equal("abc\nabcde\n", machine.Typed);
        Assert.StartsWith("[linux] ~ # ", Encoding.UTF8.GetString(log.ToArray()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_nothing_before_the_console_is_there_and_moves_the_focus_first()
    {
        FakeMachine machine = new("firmware\r\n", _ => "[second] y");
        ConsoleScript script = new([SendStep.Parse("x\\n"), ExpectStep.Parse("y")])
        {
            Partition = "second", FocusKeys = [0x01, (byte)'2'],
        };
        Task<ScriptResult> run = script.RunAsync(machine.Screen, machine.Keyboard, s_timeout);
        await Task.Delay(50);
        Assert.Empty(machine.Typed);
        await machine.PrintAsync("[console] ready\r\n");
        Assert.True((await run).IsMet);
        Assert.Equal("\u00012x\n", machine.Typed);
    }

    [Fact]
    public async Task Says_which_step_was_not_met_and_what_was_seen_last()
    {
        FakeMachine machine = new("[p] one\r\n[p] two\r\n", _ => "");
        ConsoleScript script = new([ExpectStep.Parse("one"), ExpectStep.Parse("three")])
        {
            Partition = "p",
        };
        ScriptResult result = await script.RunAsync(
            machine.Screen, machine.Keyboard, TimeSpan.FromMilliseconds(300));
        Assert.Equal(2, result.FailedStep);
        Assert.Contains("within 0.3 s", result.Reason, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], result.LastLines);
    }

    [Fact]
    public async Task Notices_that_the_machine_ended()
    {
        ConsoleScript script = new([ExpectStep.Parse("x")]);
        ScriptResult result = await script.RunAsync(
            new MemoryStream("y\n"u8.ToArray()), Stream.Null, s_timeout);
        Assert.Equal((1, "the machine ended"), (result.FailedStep, result.Reason));
    }

    [Fact]
    public async Task Without_steps_it_ends_well_with_machine_or_timeout()
    {
        Assert.True((await new ConsoleScript([]).RunAsync(
            new MemoryStream("y\n"u8.ToArray()), Stream.Null, s_timeout)).IsMet);
        FakeMachine machine = new("x", _ => "");
        Assert.True((await new ConsoleScript([]).RunAsync(
            machine.Screen, machine.Keyboard, TimeSpan.FromMilliseconds(100))).IsMet);
    }

    [Fact]
    public async Task An_unreasonable_pattern_is_a_failure_not_a_hang()
    {
        string line = new('a', 40);
        ConsoleScript script = new([ExpectStep.Parse("^(a+)+$")]);
        ScriptResult result = await script.RunAsync(
            new MemoryStream(Encoding.ASCII.GetBytes(line + "!\n")), Stream.Null, s_timeout);
        Assert.False(result.IsMet);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[a-")]
    public void Refuses_what_is_no_expression(string text) =>
        Assert.Throws<FormatException>(() => ExpectStep.Parse(text));

    /// <summary>Prints a greeting and answers each line that is typed.</summary>
    private sealed class FakeMachine
    {
        private readonly Pipe _screen = new();
        private readonly Pipe _keyboard = new();
        private readonly StringBuilder _typed = new();

        public FakeMachine(string greeting, Func<string, string> answer)
        {
            Screen = _screen.Reader.AsStream();
            Keyboard = _keyboard.Writer.AsStream();
            _ = RunAsync(greeting, answer);
        }

        public Stream Screen { get; }

        public Stream Keyboard { get; }

        public string Typed => _typed.ToString();

        public async Task PrintAsync(string text) =>
            await _screen.Writer.WriteAsync(Encoding.UTF8.GetBytes(text));

        private async Task RunAsync(string greeting, Func<string, string> answer)
        {
            await PrintAsync(greeting);
            using Stream input = _keyboard.Reader.AsStream();
            StringBuilder line = new();
            byte[] one = new byte[1];
            while (await input.ReadAsync(one) == 1)
            {
                _typed.Append((char)one[0]);
                if (one[0] == '\n')
                {
                    await PrintAsync(answer(line.ToString()));
                    line.Clear();
                }
                else
                {
                    line.Append((char)one[0]);
                }
            }
        }
    }
}
