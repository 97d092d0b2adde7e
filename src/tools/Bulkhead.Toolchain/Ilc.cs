// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Runtime.InteropServices;

namespace Bulkhead.Toolchain;

/// <summary>The native compiler: IL assemblies to one AArch64 object file.</summary>
/// <remarks>
/// The inputs were compiled against the standard reference pack. Facades of the shared framework
/// forward its names to our own System.Private.CoreLib, which must be among the inputs: the exports
/// of mere references are not compiled.
/// </remarks>
public static class Ilc
{
    // Facades that tier-0 code can reach; a name beyond them is a hard error of the compiler.
    private static readonly string[] _facades =
    [
        "System.Runtime.dll", "System.Memory.dll", "System.Threading.dll",
        "System.Runtime.InteropServices.dll", "System.Runtime.Intrinsics.dll",
        "System.Runtime.Extensions.dll", "System.Numerics.Vectors.dll",
    ];

    /// <summary>Version of the compiler that the core library is written for.</summary>
    public static string Version => Metadata("BulkheadIlcVersion");

    /// <summary>The facade assemblies to give as references.</summary>
    public static IReadOnlyList<string> Facades =>
        [.. _facades.Select(FrameworkAssembly)];

    /// <summary>Path of an assembly of the installed shared framework.</summary>
    public static string FrameworkAssembly(string name) =>
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name);

    /// <summary>Compiles when an input or an option has changed.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="inputs">Assemblies to compile, the core library among them.</param>
    /// <param name="references">Assemblies to resolve names with.</param>
    /// <param name="output">The object file.</param>
    /// <param name="options">What differs from the usual.</param>
    /// <exception cref="ToolchainException">
    /// The compiler refused, most often because code uses what the core library does not have.
    /// </exception>
    public static void Compile(
        ToolchainContext context,
        IReadOnlyList<string> inputs,
        IReadOnlyList<string> references,
        string output,
        IlcOptions? options = null)
    {
        List<string> arguments = Arguments(inputs, references, output, options ?? new IlcOptions());
        var hash = new ContentHash().Add(Version).Add(arguments);
        foreach (string input in inputs)
            hash.AddFile(input).AddFile(Path.ChangeExtension(input, ".pdb"));
        var stamp = new BuildStamp(output, hash.Finish());
        if (stamp.IsCurrent)
            return;
        context.Report($"compile to native code {context.Display(output)}");
        stamp.Begin();
        Tool().Run(arguments);
        stamp.Complete();
    }

    private static List<string> Arguments(
        IReadOnlyList<string> inputs,
        IReadOnlyList<string> references,
        string output,
        IlcOptions options)
    {
        List<string> arguments =
        [
            .. inputs,
            .. references.Select(path => "-r:" + path),
            "--systemmodule", "System.Private.CoreLib",
            "--targetarch", "arm64", "--targetos", "linux",
            "--instruction-set", options.InstructionSet,
            // A library: no Main, no command line. Reflection data would want parts of the big
            // core library that nothing here uses.
            options.Optimization, "--nativelib", "--reflectiondata:none",
            options.FoldsMethods ? "--methodbodyfolding:all" : "--methodbodyfolding:none",
            "-o", output,
            .. options.Extra,
        ];
        if (!options.ScansProgram)
            arguments.Add("--noscan");
        if (options.DebugInformation)
            arguments.Add("-g");
        return arguments;
    }

    private static ExternalTool Tool()
    {
        string path = Path.Combine(Metadata("BulkheadIlcPackage"), "tools", "ilc");
        if (!File.Exists(path))
        {
            throw new ToolchainException(
                $"The native compiler {path} does not exist. Run 'dotnet restore' once more.");
        }
        // The first line names the cause; the stack of the compiler itself helps nobody.
        return new ExternalTool(path)
        {
            Condense = lines => lines.Where(line =>
                !line.StartsWith("   ") && !line.StartsWith("--- ") && !line.StartsWith(" ---> ")
                && !line.StartsWith("System.AggregateException")),
        };
    }

    private static string Metadata(string key) =>
        typeof(Ilc).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == key).Value ?? "";
}
