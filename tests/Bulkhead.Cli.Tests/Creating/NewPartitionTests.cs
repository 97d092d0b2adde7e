// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Creating;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Testing;

namespace Bulkhead.Cli.Tests.Creating;

/// <summary>A new partition is made whole or not at all.</summary>
public sealed class NewPartitionTests : IDisposable
{
    private const string Solution = "<Solution>\n  <Folder Name=\"/tests/\">\n  </Folder>\n"
        + "</Solution>\n";

    private readonly string _root = Directory.CreateTempSubdirectory("bulkhead-").FullName;
    private readonly string _outside = Directory.CreateTempSubdirectory("outside-").FullName;
    private readonly Workspace _workspace;

    public NewPartitionTests()
    {
        File.WriteAllText(Path.Combine(_root, SolutionFile.Name), Solution);
        _workspace = new Workspace(_root, new ToolOutput());
    }

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
        Directory.Delete(_outside, recursive: true);
    }

    [Fact]
    public void In_the_tree_it_has_its_places()
    {
        Create("pump-control", null);
        Assert.Equal(
        [
            "Bulkhead.slnx",
            "partitions/pump-control.Tests/ProgramTests.cs",
            "partitions/pump-control.Tests/WorkTests.cs",
            "partitions/pump-control.Tests/pump-control.Tests.csproj",
            "partitions/pump-control/Program.cs",
            "partitions/pump-control/Work.cs",
            "partitions/pump-control/pump-control.csproj",
            "systems/pump-control.yaml",
        ], Files(_root));
        Assert.Contains("native: partitions/pump-control\n", Read("systems/pump-control.yaml"));
        Assert.Contains("namespace PumpControlPartition;",
            Read("partitions/pump-control/Program.cs"));
        Assert.Contains("\"../../src/managed/Bulkhead.Managed.csproj\"",
            Read("partitions/pump-control/pump-control.csproj"));
        Assert.EndsWith("pump-control.Tests.csproj", Assert.Single(
            HostRunner.FindProjects(Prepared("tests"))));
    }

    [Fact]
    public void The_solution_gets_its_lines_and_keeps_the_others()
    {
        Create("one", null);
        Create("two", null);
        string solution = Read(SolutionFile.Name);
        Assert.StartsWith("<Solution>\n  <Folder Name=\"/tests/\">\n  </Folder>\n"
            + "  <Folder Name=\"/partitions/\">\n", solution);
        Assert.Equal(4, solution.Split("<Project Path=\"partitions/").Length - 1);
        Assert.Single(solution.Split("/partitions/\">")[1..]);
    }

    [Fact]
    public void Outside_of_the_tree_a_folder_gets_its_rules_once()
    {
        Create("one", _outside);
        Create("two", _outside, tier: 0);
        Assert.Equal(17, Files(_outside).Length);
        Assert.Contains($"<Import Project=\"{_root}/Directory.Build.props\" />",
            File.ReadAllText(Path.Combine(_outside, "Directory.Build.props")));
        Assert.Contains($"\"{_root}/src/sdk/Bulkhead.Native.csproj\"",
            File.ReadAllText(Path.Combine(_outside, "two/two.csproj")));
        Assert.Contains("native: two\n", File.ReadAllText(Path.Combine(_outside, "two.yaml")));
        Assert.Equal(Solution, Read(SolutionFile.Name));
    }

    [Fact]
    public void No_place_for_a_name_is_left()
    {
        Create("one", _outside);
        Create("two", _outside, tier: 0);
        Assert.All(Files(_outside), file => Assert.DoesNotContain(
            "{{", File.ReadAllText(Path.Combine(_outside, file))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Pump")]
    [InlineData("9pump")]
    [InlineData("a/b")]
    [InlineData("../pump")]
    [InlineData("a-name-that-is-longer-than-it-may-be")]
    [InlineData("console")]
    [InlineData("system")]
    public void A_name_that_cannot_be_used_is_refused(string name)
    {
        Assert.Throws<FormatException>(() => Create(name, null));
        Assert.Equal([SolutionFile.Name], Files(_root));
    }

    [Theory]
    [InlineData("partitions/pump/x")]
    [InlineData("partitions/pump.Tests/x")]
    [InlineData("systems/pump.yaml")]
    [InlineData("samples/pump/x")]
    public void What_exists_is_not_touched(string existing)
    {
        string path = Path.Combine(_root, existing);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "mine");
        FormatException error = Assert.Throws<FormatException>(() => Create("pump", null));
        Assert.Contains("exists already", error.Message);
        Assert.Equal([SolutionFile.Name, existing], Files(_root));
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void Nothing_is_made_where_nothing_is_compiled()
    {
        Assert.Throws<FormatException>(() => Create("pump", Path.Combine(_root, "artifacts/x")));
        Assert.Equal([SolutionFile.Name], Files(_root));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_leaves_nothing()
    {
        string file = Path.Combine(_outside, "file");
        File.WriteAllText(file, "");
        IOException error = Assert.Throws<IOException>(() => Create("pump", file));
        Assert.Contains("Nothing was made", error.Message);
        Assert.Equal(["file"], Files(_outside));
    }

    [Fact]
    public void A_step_that_fails_takes_the_others_back()
    {
        // The description's folder is a file: the last but one step.
        File.WriteAllText(Path.Combine(_root, "systems"), "");
        Assert.Throws<IOException>(() => Create("pump", null));
        Assert.Equal([SolutionFile.Name, "systems"], Files(_root));
        Assert.False(Directory.Exists(Path.Combine(_root, "partitions")));
        Assert.Equal(Solution, Read(SolutionFile.Name));
    }

    [Fact]
    public void Rules_of_somebody_else_are_left_alone()
    {
        string rules = Path.Combine(_outside, "Directory.Build.props");
        File.WriteAllText(rules, "<Project />");
        FormatException error = Assert.Throws<FormatException>(() => Create("pump", _outside));
        Assert.Contains("rules of its own", error.Message);
        Assert.Equal(["Directory.Build.props"], Files(_outside));
    }

    private void Create(string name, string? output, int tier = 1) => new PartitionCreator(
        _workspace, PartitionPlan.Make(name, tier, _root, output)).Create();

    private string Read(string path) => File.ReadAllText(Path.Combine(_root, path));

    private string Prepared(string folder)
    {
        Directory.CreateDirectory(Path.Combine(_root, folder));
        return _root;
    }

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path)).Order(StringComparer.Ordinal)];
}
