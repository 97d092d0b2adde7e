// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>The parts of the tree that make up the runtime of a tier with a heap.</summary>
public static class ManagedRuntime
{
    /// <summary>Property of a project that names its tier.</summary>
    public const string TierProperty = "BulkheadTier";

    /// <summary>Linker script of managed partitions.</summary>
    public const string LinkerScript = "src/runtime/machine/managed.ld";

    private const string MachineFolder = "src/runtime/machine";
    private const string ThreadFolder = "src/sdk/Threads";

    // Our own query library: that of the framework needs virtual generic methods.
    private const string QueryLibrary = "src/runtime/linq/Bulkhead.Runtime.Linq.csproj";

    // In the place of the framework's facade, which has types of its own with event tracing.
    private const string ThreadLibrary =
        "src/runtime/threading/Bulkhead.Runtime.Threading.csproj";

    private const string ThreadFacade = "System.Threading.dll";

    private static readonly string[] _libraryFolders = ["src/corelib/", "src/runtime/"];

    // Hypercalls during which a thread does not run; machine/collected stands before them.
    private static readonly string[] _waitingCalls =
    [
        "bulkhead_semaphore_down", "bulkhead_call", "bulkhead_call_until", "bulkhead_call_word",
        "bulkhead_park", "bulkhead_arrive",
    ];

    private static readonly string[] _facades =
    [
        "System.Collections.dll", "System.Text.Encoding.Extensions.dll",
        "System.Threading.Thread.dll",
    ];

    /// <summary>Options of the linker besides the usual ones: assembly that nobody calls stays
    /// away, and the project says how much memory scopes get.</summary>
    /// <param name="project">The partition; <c>BulkheadScopeBytes</c>,
    /// <c>BulkheadServerScopeBytes</c> and <c>BulkheadThreadScopeBytes</c> are the main, the server
    /// and each declared thread's memory for scopes: when it does not say, half and an eighth of
    /// the partition's, and a sixteenth of what those leave.</param>
    /// <param name="tier">Its tier; threads of a collected heap rest while they wait, and it has no
    /// scopes.</param>
    public static IReadOnlyList<string> LinkerOptions(ProjectFile project, PartitionTier tier) =>
    [
        "--gc-sections",
        .. tier == PartitionTier.Collected ? _waitingCalls.Select(call => "--wrap=" + call) : [],
        "--defsym=__scope_bytes=" + Bytes(project, tier, "BulkheadScopeBytes"),
        "--defsym=__server_scope_bytes=" + Bytes(project, tier, "BulkheadServerScopeBytes"),
        "--defsym=__thread_scope_bytes=" + Bytes(project, tier, "BulkheadThreadScopeBytes"),
    ];

    /// <summary>Options of the native compiler: small code, because much of a partition with a heap
    /// is library; thread statics go through the runtime.</summary>
    public static IlcOptions CompilerOptions => new()
    {
        Optimization = "--Os",
        ScansProgram = true,
        // An object that the compiler puts on the stack may hold references that no barrier saw.
        Extra =
        [
            "--noinlinetls", "--codegenopt:JitAlignLoops=0",
            "--codegenopt:JitObjectStackAllocation=0",
        ],
    };

    /// <summary>Assemblies that partitions with a heap may use: facades, the framework's further
    /// collections, our query library, which is built.</summary>
    /// <exception cref="ToolchainException">The build failed.</exception>
    public static IReadOnlyList<string> References(ToolchainContext context) =>
    [
        .. Ilc.Facades.Where(facade => Path.GetFileName(facade) != ThreadFacade),
        .. _facades.Select(Ilc.FrameworkAssembly),
        DotnetBuild.Run(context, context.InRepository(QueryLibrary))[0],
        DotnetBuild.Run(context, context.InRepository(ThreadLibrary))[0],
    ];

    /// <summary>The tier of a project: what it says, or the rule of its folder, which is also in
    /// Directory.Build.props: 0 for what belongs to the system itself, 1 for others.</summary>
    /// <exception cref="ToolchainException">It names a tier that there is not.</exception>
    public static PartitionTier TierOf(ToolchainContext context, ProjectFile project)
    {
        string? named = project.Property(TierProperty);
        if (named is null)
        {
            string place = context.Display(project.Path);
            bool isSystem = place.StartsWith("src/", StringComparison.Ordinal)
                || place.StartsWith("tests/", StringComparison.Ordinal);
            return isSystem ? PartitionTier.Static : PartitionTier.Scoped;
        }
        return named.Trim() switch
        {
            "0" => PartitionTier.Static,
            "1" => PartitionTier.Scoped,
            "2" => PartitionTier.Collected,
            _ => throw new ToolchainException(
                $"{context.Display(project.Path)} says {TierProperty} {named}; the tiers are 0, "
                    + "1 and 2."),
        };
    }

    /// <summary>Project of the core library of a tier.</summary>
    public static string CoreLibrary(PartitionTier tier) => tier switch
    {
        PartitionTier.Static => "src/corelib/Bulkhead.CoreLib.csproj",
        PartitionTier.Scoped => "src/runtime/scoped/Bulkhead.Runtime.Scoped.csproj",
        _ => "src/runtime/collected/Bulkhead.Runtime.Collected.csproj",
    };

    /// <summary>Whether a source is the core library's. Traces show no lines of it, as the
    /// framework's traces show none of its own.</summary>
    internal static bool IsLibrary(ToolchainContext context, string path)
    {
        string place = context.Display(path);
        return _libraryFolders.Any(folder => place.StartsWith(folder, StringComparison.Ordinal));
    }

    private static long Bytes(ProjectFile project, PartitionTier tier, string property)
    {
        string text = project.Property(property)?.Trim() ?? "0";
        if (tier == PartitionTier.Collected)
            return 0;
        return long.TryParse(text, out long bytes) && bytes >= 0
            ? bytes
            : throw new ToolchainException(
                $"{project.Path} says {property} {text}; it is a number of bytes.");
    }

    /// <summary>Assembly sources of threads, which are linked when a program uses them.</summary>
    public static IReadOnlyList<string> ThreadSources(ToolchainContext context, PartitionTier tier)
    {
        string folder = context.InRepository(ThreadFolder);
        string identity = tier == PartitionTier.Static
            ? Path.Combine(folder, "static")
            : Path.Combine(context.InRepository(MachineFolder), "bodies");
        return
        [
            .. Directory.EnumerateFiles(folder, "*.S").Order(),
            .. Directory.EnumerateFiles(identity, "*.S").Order(),
            .. tier == PartitionTier.Collected
                ? Directory.EnumerateFiles(
                    Path.Combine(context.InRepository(MachineFolder), "collected/bodies"), "*.S")
                : [],
        ];
    }

    /// <summary>Assembly sources of a tier, before those of the SDK: stacks begin with them.
    /// </summary>
    public static IEnumerable<string> AssemblySources(ToolchainContext context, PartitionTier tier)
    {
        if (tier == PartitionTier.Static)
            return [];
        string own = tier == PartitionTier.Scoped ? "scoped" : "collected";
        string folder = context.InRepository(MachineFolder);
        return Directory.EnumerateFiles(folder, "*.S").Order()
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, own), "*.S").Order());
    }
}
