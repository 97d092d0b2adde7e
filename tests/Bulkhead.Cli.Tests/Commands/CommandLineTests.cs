// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Commands;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Scripting;

namespace Bulkhead.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    private readonly ScriptOptionSet _script = new();

    [Fact]
    public void Steps_keep_the_order_in_which_they_were_given()
    {
        ParseResult result = Parse("--expect", "# $", "--send", @"ls\n", "--send=--x",
            "--partition", "linux", "--expect", "@done", "--timeout", "7.5");
        Assert.Empty(result.Errors);
        Assert.Equal(["expect `# $`", @"send `ls\n`", "send `--x`", "expect `@done`"],
            _script.Steps(result).Select(step => step.ToString()));
        Assert.Equal("linux", _script.Partition(result));
        Assert.Equal(7.5, _script.Timeout(result).TotalSeconds);
        Assert.True(_script.IsHeadless(result));
    }

    [Fact]
    public void A_text_may_look_like_an_option()
    {
        ParseResult result = Parse("--send", "--expect", "--expect", "-x");
        Assert.Equal(["send `--expect`", "expect `-x`"],
            _script.Steps(result).Select(step => step.ToString()));
    }

    [Fact]
    public void Without_steps_the_console_is_the_users()
    {
        Assert.False(_script.IsHeadless(Parse()));
        Assert.True(_script.IsHeadless(Parse("--headless")));
    }

    [Theory]
    [InlineData("run", "x.yaml", "--cpu", "max", "--cpus", "2", "--icount", "shift=0",
        "--qemu-args", "-d int")]
    [InlineData("new", "partition", "pump", "--tier", "0", "--output", "x")]
    [InlineData("build", "x.yaml", "-o", "x.img")]
    [InlineData("check", "a.yaml", "b.yaml")]
    [InlineData("test", "--host")]
    [InlineData("bench", "--json", "x.json")]
    [InlineData("jitter", "--windows", "100000")]
    [InlineData("debug", "--partition", "linux")]
    [InlineData("doctor")]
    [InlineData("coverage")]
    [InlineData("mutate", "--since", "main", "--files", "Objects/*", "--full", "--jobs", "2")]
    public void Every_command_is_understood(params string[] arguments) =>
        Assert.Empty(Root().Parse(arguments).Errors);

    [Theory]
    [InlineData("jump")]
    [InlineData("new", "partition")]
    [InlineData("new", "partition", "pump", "--tier", "3")]
    [InlineData("run", "--cpus", "many")]
    [InlineData("build", "a", "b")]
    public void What_is_not_understood_is_an_error(params string[] arguments) =>
        Assert.NotEmpty(Root().Parse(arguments).Errors);

    private static RootCommand Root() =>
        Program.CreateRoot(new Workspace("/nowhere", new ToolOutput()));

    private ParseResult Parse(params string[] arguments)
    {
        RootCommand root = [];
        _script.AddTo(root);
        return root.Parse(arguments, new ParserConfiguration
        {
            ResponseFileTokenReplacer = null,
            EnablePosixBundling = false,
        });
    }
}
