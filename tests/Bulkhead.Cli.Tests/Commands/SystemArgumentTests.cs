// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Commands;
using Bulkhead.Cli.Output;

namespace Bulkhead.Cli.Tests.Commands;

public sealed class SystemArgumentTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bulkhead-").FullName;

    public SystemArgumentTests()
    {
        Directory.CreateDirectory(Path.Combine(_root, "systems"));
        File.WriteAllText(Path.Combine(_root, "systems", "plant.yaml"), "");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_name_is_a_system_of_the_tree() => Assert.Equal(
        Path.Combine(_root, "systems", "plant.yaml"), Path.GetFullPath(Resolve("plant")));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("plant.yaml")]
    [InlineData("./plant")]
    [InlineData("other/plant")]
    [InlineData("")]
    public void Anything_else_is_a_path(string given) => Assert.Equal(given, Resolve(given));

    // Tests of one class run one after the other, so no other sees this file.
    [Fact]
    public void A_file_comes_before_a_name()
    {
        string here = Path.Combine(Environment.CurrentDirectory, "plant");
        File.WriteAllText(here, "");
        try
        {
            Assert.Equal("plant", Resolve("plant"));
        }
        finally
        {
            File.Delete(here);
        }
    }

    private string Resolve(string given) =>
        SystemArgument.Resolve(given, new Workspace(_root, new ToolOutput()));
}
