// SPDX-License-Identifier: MIT
using Bulkhead.Cli.Building;
using Bulkhead.Cli.Creating;
using Bulkhead.Cli.Output;
using Bulkhead.Cli.Testing;
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Tests.Creating;

/// <summary>What <c>new partition</c> makes is built for the target, described well, and passes its
/// own tests: of all tiers, in the tree and outside of it.</summary>
public sealed class MadePartitionTests
{
    private readonly Workspace _workspace =
        Workspace.Find(AppContext.BaseDirectory, new ToolOutput());

    [Theory]
    [InlineData("made-one", 1, true)]
    [InlineData("made-zero", 0, false)]
    [InlineData("made-two", 2, false)]
    public void It_works_as_it_is(string name, int tier, bool isInTree)
    {
        string folder = isInTree
            ? Path.Combine(_workspace.Root, "bin", Guid.NewGuid().ToString("n"))
            : Directory.CreateTempSubdirectory("bulkhead-").FullName;
        try
        {
            PartitionPlan plan = PartitionPlan.Make(name, tier, _workspace.Root, folder);
            new PartitionCreator(_workspace, plan).Create();
            new SystemBuilder(_workspace).Read(plan.Description);
            PartitionBuild.Run(
                _workspace.Toolchain, Path.Combine(plan.ProgramFolder, name + ".csproj"))
                .RequirePassed();
            IReadOnlyList<TestOutcome> outcomes = new HostRunner(_workspace).Run(
                Path.Combine(plan.TestsFolder, name + ".Tests.csproj"));
            Assert.All(outcomes, outcome => Assert.True(outcome.IsPassed, outcome.Detail));
            Assert.Equal(3, outcomes.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
