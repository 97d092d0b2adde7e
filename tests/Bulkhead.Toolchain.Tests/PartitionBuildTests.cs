// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

public class PartitionBuildTests
{
    public static TheoryData<string> Partitions
    {
        get
        {
            ToolchainContext context = Repository.Context;
            string[] folders = ["src/partitions", "samples"];
            return [.. folders
                .Select(context.InRepository)
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(
                    folder, "*.csproj", SearchOption.AllDirectories))
                .Select(context.Display)
                .Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Partitions))]
    public void PartitionIsLinkedWithTheSdkAndPassesItsGates(string project)
    {
        ToolchainContext context = Repository.Context;
        NativeBuildResult built = PartitionBuild.Run(context, context.InRepository(project));
        built.RequirePassed();
        Assert.Contains(built.Output.AssemblySources, path => path.EndsWith("src/sdk/start.S"));
        Assert.True(built.Sizes.Text > 0);
    }
}
