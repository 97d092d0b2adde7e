// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

public class PartitionBuildTests
{
    [Fact]
    public void SampleIsLinkedWithTheSdkAndPassesItsGates()
    {
        NativeBuildResult built = PartitionBuild.Run(
            Repository.Context, Repository.Context.InRepository("samples/hello/Hello.csproj"));
        built.RequirePassed();
        Assert.EndsWith("hello.elf", built.ElfPath);
        Assert.Contains(built.Output.AssemblySources, path => path.EndsWith("src/sdk/start.S"));
        Assert.True(built.Sizes.Text > 0);
    }
}
