// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain;

namespace Bulkhead.Cli.Benchmarks;

/// <summary>Bytes of the smallest programs that anybody would write, with and without a heap.
/// </summary>
/// <param name="context">The tree.</param>
public sealed class ManagedFigures(ToolchainContext context)
{
    private const string StaticHello = "samples/hello/Hello.csproj";
    private const string ManagedHello = "samples/greeting/Greeting.csproj";

    /// <summary>Builds the programs unless they are up to date, and counts.</summary>
    /// <returns>The figures, each counted once.</returns>
    /// <exception cref="ToolchainException">A program does not compile.</exception>
    public IReadOnlyList<BenchResult> Count()
    {
        ProgramSizes small = Sizes(StaticHello);
        ProgramSizes managed = Sizes(ManagedHello);
        return
        [
            Once("managed.hello.static.text", small.Text),
            Once("managed.hello.text", managed.Text),
            Once("managed.hello.loaded", managed.Loaded),
        ];
    }

    private ProgramSizes Sizes(string project) =>
        PartitionBuild.Run(context, context.InRepository(project)).Sizes;

    private static BenchResult Once(string id, decimal value) =>
        new(BenchAnchors.Find(id), value, value, 1);
}
