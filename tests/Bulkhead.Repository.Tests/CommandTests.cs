// SPDX-License-Identifier: MIT
using System.CommandLine;
using Bulkhead.Cli;
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Output;
using Bulkhead.Repository.Tests.Tree;

namespace Bulkhead.Repository.Tests;

/// <summary>The README's table of commands agrees with the command line.</summary>
public class CommandTests
{
    [Fact]
    public void ReadmeNamesEveryCommand()
    {
        string readme = File.ReadAllText(RepositoryTree.FullPath("README.md"));
        Assert.Empty(Unnamed(readme));
    }

    [Fact]
    public void UnnamedCommandIsFound() =>
        Assert.Contains("doctor", Unnamed("| `./bulkhead run` |"));

    private static IEnumerable<string> Unnamed(string readme)
    {
        Workspace workspace = Workspace.Find(RepositoryTree.Root, new ToolOutput());
        RootCommand root = Program.CreateRoot(workspace);
        return root.Subcommands.Select(command => command.Name)
            .Where(name => !readme.Contains($"| `./bulkhead {name}", StringComparison.Ordinal));
    }
}
