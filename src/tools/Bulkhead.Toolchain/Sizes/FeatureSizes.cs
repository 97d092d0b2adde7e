// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Sizes;

/// <summary>Measures how many bytes each feature of the language adds to the smallest partition
/// with a heap.</summary>
/// <remarks>
/// All features are compiled to one assembly. For each, an assembly of one method is written that
/// calls it, and native compiler and linker take what that method reaches.
/// </remarks>
public static class FeatureSizes
{
    /// <summary>Project of the features.</summary>
    public const string Project = "tests/target/feature-sizes/Bulkhead.FeatureSizes.csproj";

    private const string Method = "Run";
    private const string Export = "bulkhead_main";

    /// <summary>Measures.</summary>
    /// <param name="context">Names the repository; gets progress.</param>
    /// <param name="picks">Whether a feature is wanted; the smallest program always is.</param>
    /// <returns>The smallest program, then the features in their order.</returns>
    /// <exception cref="ToolchainException">A step failed.</exception>
    public static IReadOnlyList<FeatureSize> Measure(
        ToolchainContext context, Func<Feature, bool> picks)
    {
        using BuildLock held = BuildLock.Take(context);
        string project = context.InRepository(Project);
        string assembly = DotnetBuild.Run(context, project)[0];
        NativeProgram program =
            PartitionBuild.Program(context, ProjectFile.Load(project), PartitionTier.Scoped);
        return
        [
            .. FeatureList.Read(assembly).Where(feature => feature.Rank == 0 || picks(feature))
                .Select(feature => Measure(context, program, assembly, feature)),
        ];
    }

    private static FeatureSize Measure(
        ToolchainContext context, NativeProgram program, string assembly, Feature feature)
    {
        // The same name for all: it is part of symbols, and must not be part of the difference.
        string folder = Path.Combine(program.OutputFolder, feature.Name);
        string root = Path.Combine(folder, "root.dll");
        RootAssembly.Write(
            root, Export, Path.GetFileNameWithoutExtension(assembly), feature.TypeName, Method);
        NativeBuildOutput output =
            (program with { OutputFolder = folder, MoreAssemblies = [root] }).Build(context);
        return new FeatureSize(feature, ProgramSizes.Of(ElfFile.Read(output.ElfPath)));
    }
}
