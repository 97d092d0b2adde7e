// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Gates;

/// <summary>All gates of the kernel.</summary>
public static class KernelGates
{
    /// <summary>Runs them over a build.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="output">The build.</param>
    /// <param name="projectPath">The project that was built, from the root of the tree.</param>
    /// <exception cref="ToolchainException">A file of the build cannot be read.</exception>
    public static GateReport Check(
        ToolchainContext context, NativeBuildOutput output, string projectPath)
    {
        GatePolicy policy = GatePolicy.Read(context.InRepository("eng/gates.json"), "kernel");
        List<ProjectFile> projects =
        [
            .. ProjectFile.Load(context.InRepository(projectPath)).Closure(),
            ProjectFile.Load(context.InRepository("src/corelib/Bulkhead.CoreLib.csproj")),
        ];
        var subject = new GateSubject(
            ElfFile.Read(output.ElfPath),
            ElfFile.Read(output.CompiledObjectPath),
            output.Assemblies,
            new SourceSet(
                [.. projects.SelectMany(project => project.Sources)], output.AssemblySources));
        return new GateReport(
            context.Display(output.ElfPath), [.. All(policy).Select(gate => gate.Check(subject))]);
    }

    /// <summary>The gates in the order they are shown.</summary>
    public static IReadOnlyList<IGate> All(GatePolicy policy) =>
    [
        new UndefinedSymbolGate(policy),
        new CctorGate(),
        new RuntimeHelperGate(policy),
        new SelfCallGate(),
        new VectorRegisterGate(policy),
        new ExceptionReturnGate(),
        new StackGate(policy),
        new SizeGate(policy),
        new SafeAssemblyGate(policy),
        new SourceShareGate(policy),
    ];
}
