// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Diagnosis;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain;

/// <summary>Builds a native partition from its C# project and checks it.</summary>
public static class PartitionBuild
{
    /// <summary>Folder with the start code and the linker script of partitions.</summary>
    public const string SdkFolder = "src/sdk";

    /// <summary>Builds what has changed and runs the gates of its tier.</summary>
    /// <param name="context">Names the repository; gets progress.</param>
    /// <param name="projectPath">
    /// The project. It refers to the SDK and then is linked with the SDK's start code and script; a
    /// project whose folder holds a linker script of its own (<c>*.ld</c>) brings its own start
    /// code instead.
    /// </param>
    /// <returns>
    /// The linked partition and the gates' findings; a failed gate does not throw.
    /// </returns>
    /// <exception cref="ToolchainException">A step failed, or the partition does not fit its
    /// tier.</exception>
    public static NativeBuildResult Run(ToolchainContext context, string projectPath)
    {
        using BuildLock held = BuildLock.Take(context);
        ProjectFile project = ProjectFile.Load(projectPath);
        PartitionTier tier = ManagedRuntime.TierOf(context, project);
        NativeBuildOutput output = Build(context, Program(context, project, tier), tier);
        GateReport gates = PartitionGates.Check(context, output, tier);
        return NativeBuildResult.Make(output, gates);
    }

    private static NativeBuildOutput Build(
        ToolchainContext context, NativeProgram program, PartitionTier tier)
    {
        try
        {
            NativeBuildOutput output = program.Build(context);
            BuildDiagnosis.RequireNoHandlers(context, program, tier, output.Assemblies);
            return output;
        }
        catch (ToolFailureException failure) when (BuildDiagnosis.Covers(failure))
        {
            throw BuildDiagnosis.Explain(context, program, tier, failure);
        }
    }

    internal static NativeProgram Program(
        ToolchainContext context, ProjectFile project, PartitionTier tier)
    {
        string? own = Directory.EnumerateFiles(project.Folder, "*.ld").Order().FirstOrDefault();
        string sdk = context.InRepository(SdkFolder);
        bool isManaged = tier != PartitionTier.Static;
        List<string> sources = [.. project.AssemblySources];
        if (own is null)
            sources.InsertRange(0, Directory.EnumerateFiles(sdk, "*.S").Order());
        sources.InsertRange(0, ManagedRuntime.AssemblySources(context, tier));
        string script = isManaged
            ? context.InRepository(ManagedRuntime.LinkerScript) : Path.Combine(sdk, "partition.ld");
        return new NativeProgram(
            project.AssemblyName,
            project.Path,
            sources,
            own ?? script,
            Path.Combine(context.NativeDirectory, "partitions", project.AssemblyName))
        {
            CoreLibrary = ManagedRuntime.CoreLibrary(tier),
            References = isManaged ? ManagedRuntime.References(context) : Ilc.Facades,
            OptionalSources = own is null ? ManagedRuntime.ThreadSources(context, tier) : [],
            WantsTables = isManaged,
            LinkerOptions = isManaged ? ManagedRuntime.LinkerOptions(project, tier) : [],
            Options = isManaged ? ManagedRuntime.CompilerOptions : new IlcOptions(),
        };
    }
}
