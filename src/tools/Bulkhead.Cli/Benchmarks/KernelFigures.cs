// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Cli.Benchmarks;

/// <summary>
/// What the kernel itself amounts to: bytes, and lines that are neither blank nor comment. The
/// lines are those of the kernel's own projects; the core library, which stands where other systems
/// have their compiler's runtime, is a figure of its own.
/// </summary>
/// <param name="context">The tree.</param>
public sealed class KernelFigures(ToolchainContext context)
{
    private const string CoreLibrary = "src/corelib/Bulkhead.CoreLib.csproj";

    /// <summary>Builds the kernel unless it is up to date, and counts.</summary>
    /// <returns>The figures, each counted once.</returns>
    /// <exception cref="ToolchainException">The kernel does not compile.</exception>
    public IReadOnlyList<BenchResult> Count()
    {
        NativeBuildResult kernel = KernelBuild.Run(context);
        int assembly = kernel.Output.AssemblySources
            .Sum(file => SourceLines.OfAssembly(File.ReadAllText(file)).Count);
        return
        [
            Once("kernel.bytes", kernel.Sizes.Text + kernel.Sizes.ReadOnly),
            Once("kernel.memory", kernel.Sizes.Total),
            Once("kernel.lines", CSharp(KernelBuild.ProjectPath) + assembly),
            Once("kernel.lines.assembly", assembly),
            Once("corelib.lines", CSharp(CoreLibrary)),
        ];
    }

    private int CSharp(string project) => ProjectFile.Load(context.InRepository(project)).Closure()
        .SelectMany(closed => closed.Sources)
        .Sum(file => SourceLines.OfCSharp(File.ReadAllText(file)).Count);

    private static BenchResult Once(string id, decimal value) =>
        new(BenchAnchors.Find(id), value, value, 1);
}
