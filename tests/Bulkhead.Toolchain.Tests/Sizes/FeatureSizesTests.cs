// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Gates;
using Bulkhead.Toolchain.Sizes;

namespace Bulkhead.Toolchain.Tests.Sizes;

public class FeatureSizesTests
{
    private static readonly Feature _feature = new(1, "a thing", "Some.Space.Thing");

    [Fact]
    public void DifferenceIsOfCodeAndOfAllThatIsLoaded()
    {
        FeatureSize smallest = new(_feature, new ProgramSizes(100, 20, 3, 4000));
        FeatureSize larger = new(_feature, new ProgramSizes(150, 40, 4, 9000));
        Assert.Equal(50, larger.TextOver(smallest));
        Assert.Equal(71, larger.LoadedOver(smallest));
        Assert.Equal("Thing", _feature.Name);
    }

    [Fact]
    public void OnlyThePickedFeatureIsInTheProgramAndItsBytesAreThoseOfTheFile()
    {
        IReadOnlyList<FeatureSize> sizes =
            FeatureSizes.Measure(Repository.Context, feature => feature.Name == "Arrays");
        Assert.Equal(["Nothing", "Arrays"], sizes.Select(size => size.Feature.Name));
        ElfFile program = Program("Arrays");
        Assert.Contains(program.Symbols, symbol => symbol.Name.Contains("FeatureSizes_Arrays"));
        Assert.DoesNotContain(
            program.Symbols, symbol => symbol.Name.Contains("FeatureSizes_Lists"));
        Assert.DoesNotContain(
            Program("Nothing").Symbols, symbol => symbol.Name.Contains("FeatureSizes_Arrays"));
        long text = (long)program.FindSection(".text")!.Size;
        Assert.Equal(text, sizes[1].Sizes.Text);
        Assert.Equal(
            text - (long)Program("Nothing").FindSection(".text")!.Size,
            sizes[1].TextOver(sizes[0]));
    }

    [Fact]
    public void EveryFeatureHasAPlaceATitleAndASource()
    {
        ToolchainContext context = Repository.Context;
        string project = context.InRepository(FeatureSizes.Project);
        IReadOnlyList<Feature> features = FeatureList.Read(DotnetBuild.Run(context, project)[0]);
        Assert.Equal(Enumerable.Range(0, features.Count), features.Select(feature => feature.Rank));
        Assert.Equal(features.Count, features.Select(feature => feature.Title).Distinct().Count());
        Assert.All(features, feature => Assert.True(
            File.Exists(Path.Combine(Path.GetDirectoryName(project)!, feature.Name + ".cs"))));
    }

    [Fact]
    public void RootIsAnAssemblyOfItsNameThatIsSafe()
    {
        using var folder = new TemporaryFolder();
        RootAssembly.Write(folder.File("made.dll"), "entry", "other", "Some.Space.Thing", "Run");
        AssemblyFacts facts = AssemblyFacts.Read(folder.File("made.dll"));
        Assert.Equal("made", facts.Name);
        Assert.False(facts.IsUnsafe);
    }

    private static ElfFile Program(string feature) => ElfFile.Read(Path.Combine(
        Repository.Context.NativeDirectory, "partitions", "feature-sizes", feature,
        "feature-sizes.elf"));
}
