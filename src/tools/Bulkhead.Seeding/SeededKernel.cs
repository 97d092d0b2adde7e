// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Runtime.Loader;

namespace Bulkhead.Seeding;

/// <summary>
/// A kernel with a bug, loaded beside the tool's own, with copies of the simulated machine and of
/// the simulation that use it.
/// </summary>
internal sealed class SeededKernel : AssemblyLoadContext
{
    private const string Kernel = "Bulkhead.Kernel";

    private static readonly string[] s_copied = ["Bulkhead.Asp.Simulated", "Bulkhead.Simulation"];

    private readonly Assembly _kernel;

    internal SeededKernel(byte[] kernel)
        : base("seeded kernel", isCollectible: true)
    {
        using MemoryStream stream = new(kernel);
        _kernel = LoadFromStream(stream);
    }

    /// <summary>The simulation's entry; see its class for arguments and answer.</summary>
    internal Func<ulong, int, int, bool, int, string> Entry() => Entry("SeededRun");

    /// <summary>Where the naive scheduler follows; the same arguments and answer.</summary>
    internal Func<ulong, int, int, bool, int, string> FollowedEntry() => Entry("FollowedRun");

    private Func<ulong, int, int, bool, int, string> Entry(string name)
    {
        Assembly simulation = LoadFromAssemblyName(new AssemblyName("Bulkhead.Simulation"));
        Type type = simulation.GetType(
            $"Bulkhead.Simulation.Seeding.{name}", throwOnError: true)!;
        return type.GetMethod("Execute")!
            .CreateDelegate<Func<ulong, int, int, bool, int, string>>();
    }

    /// <summary>Where the exploration of several CPUs is entered.</summary>
    internal Func<int, int, int, int, string, Action<string>, string[]> TeamEntry()
    {
        Assembly simulation = LoadFromAssemblyName(new AssemblyName("Bulkhead.Simulation"));
        Type type = simulation.GetType(
            "Bulkhead.Simulation.Exploration.Teams.TeamEntry", throwOnError: true)!;
        return type.GetMethod("Execute")!
            .CreateDelegate<Func<int, int, int, int, string, Action<string>, string[]>>();
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == Kernel) return _kernel;
        if (!s_copied.Contains(assemblyName.Name)) return null;
        string path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
        using MemoryStream stream = new(File.ReadAllBytes(path));
        return LoadFromStream(stream);
    }
}
