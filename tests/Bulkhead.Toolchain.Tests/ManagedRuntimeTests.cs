// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

public class ManagedRuntimeTests
{
    [Theory]
    [InlineData("tests/target/suite-partitions/Bulkhead.Suite.Partitions.csproj",
        PartitionTier.Static)]
    [InlineData("tests/target/conformance/Bulkhead.Conformance.csproj", PartitionTier.Scoped)]
    [InlineData("tests/target/suite-collected/Bulkhead.Suite.Collected.csproj",
        PartitionTier.Collected)]
    public void TierIsTheProjects(string project, PartitionTier tier) => Assert.Equal(
        tier,
        ManagedRuntime.TierOf(Repository.Context,
            ProjectFile.Load(Repository.Context.InRepository(project))));

    [Fact]
    public void UnknownTierIsRefused()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("Odd.csproj");
        File.WriteAllText(path, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><BulkheadTier>3</BulkheadTier></PropertyGroup>
            </Project>
            """);
        Assert.Contains(
            "the tiers are 0, 1 and 2",
            Assert.Throws<ToolchainException>(() => ManagedRuntime.TierOf(
                new ToolchainContext(folder.Path), ProjectFile.Load(path))).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PartitionTier.Scoped, 4096)]
    [InlineData(PartitionTier.Collected, 0)]
    public void MemoryOfScopesIsTheProjectsInTier1(PartitionTier tier, int bytes)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("Odd.csproj");
        File.WriteAllText(path, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <BulkheadThreadScopeBytes>4096</BulkheadThreadScopeBytes>
              </PropertyGroup>
            </Project>
            """);
        IReadOnlyList<string> options =
            ManagedRuntime.LinkerOptions(ProjectFile.Load(path), tier);
        Assert.Contains($"--defsym=__thread_scope_bytes={bytes}", options);
        Assert.Contains("--defsym=__scope_bytes=0", options);
    }

    // The barrier is the tier's own, the rest is shared.
    [Fact]
    public void AssemblyIsSharedButForTheTiersOwn()
    {
        string[] scoped = Names(PartitionTier.Scoped);
        string[] collected = Names(PartitionTier.Collected);
        Assert.Contains("allocation.S", scoped.Intersect(collected));
        Assert.Contains("scoped/barrier.S", scoped.Except(collected));
        Assert.Contains("collected/barrier.S", collected.Except(scoped));
        Assert.Empty(Names(PartitionTier.Static));
    }

    private static string[] Names(PartitionTier tier)
    {
        string folder = Repository.Context.InRepository("src/runtime/machine");
        return [.. ManagedRuntime.AssemblySources(Repository.Context, tier)
            .Select(path => Path.GetRelativePath(folder, path))];
    }
}
