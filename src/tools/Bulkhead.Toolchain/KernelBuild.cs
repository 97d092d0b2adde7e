// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain;

/// <summary>Builds the kernel for a board and checks it.</summary>
public static class KernelBuild
{
    /// <summary>Project that closes the kernel over its architecture and the board
    /// <c>qemu-virt</c>.</summary>
    public const string ProjectPath = "src/image/Bulkhead.Image.csproj";

    /// <summary>Linker script of the kernel.</summary>
    public const string LinkerScript = "src/image/kernel.ld";

    /// <summary>Builds what has changed and runs every gate.</summary>
    /// <param name="context">Names the repository; gets progress.</param>
    /// <param name="projectPath">The project for the board, from the root of the tree.</param>
    /// <returns>The linked kernel and the gates' findings; a failed gate does not throw.</returns>
    /// <exception cref="ToolchainException">A step failed.</exception>
    public static NativeBuildResult Run(
        ToolchainContext context, string projectPath = ProjectPath)
    {
        using BuildLock held = BuildLock.Take(context);
        NativeBuildOutput output = Program(context, projectPath).Build(context);
        GateReport gates = KernelGates.Check(context, output, projectPath);
        return NativeBuildResult.Make(output, gates);
    }

    private static NativeProgram Program(ToolchainContext context, string projectPath)
    {
        string project = context.InRepository(projectPath);
        string folder = projectPath == ProjectPath
            ? "kernel" : "kernel-" + ProjectFile.Load(project).AssemblyName;
        return new NativeProgram(
            "bulkhead",
            project,
            [.. ProjectFile.Load(project).AssemblySources,
             .. ProjectFile.Load(
                 context.InRepository("src/asp/arm64/Bulkhead.Asp.Arm64.csproj")).AssemblySources],
            context.InRepository(LinkerScript),
            Path.Combine(context.NativeDirectory, folder))
        {
            // Smaller, and no figure of the bench is worse for it. Loops that begin at multiples of
            // 32 bytes make functions begin there, too, and the kernel's loops are short.
            Options = new IlcOptions
            {
                Optimization = "--Os", Extra = ["--codegenopt:JitAlignLoops=0"],
            },
        };
    }
}
