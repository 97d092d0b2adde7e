// SPDX-License-Identifier: MIT
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Bulkhead.Seeding;

/// <summary>The kernel's source, parsed once, and compilable with a change.</summary>
public sealed class KernelSource
{
    private const string AssemblyName = "Bulkhead.Kernel";

    private static readonly string[] s_friends =
        ["Bulkhead.Kernel.Tests", "Bulkhead.Simulation", "Bulkhead.Simulation.Tests"];

    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, SyntaxTree> _trees = [];
    private readonly CSharpCompilation _compilation;

    /// <summary>Reads and parses the source.</summary>
    /// <param name="root">Root of the repository.</param>
    /// <exception cref="SeedingException">There is no kernel.</exception>
    public KernelSource(string root)
    {
        string folder = Path.Combine(root, "src", "kernel");
        if (!Directory.Exists(folder)) throw new SeedingException($"no kernel in {folder}");
        foreach (string path in Directory.EnumerateFiles(
            folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            _texts[name] = File.ReadAllText(path);
            _trees[name] = Parse(name, _texts[name]);
        }
        string friends = string.Concat(s_friends.Select(friend =>
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo"
            + $"(\"{friend}\")]\n"));
        _compilation = CSharpCompilation.Create(
            AssemblyName,
            [.. _trees.Values, Parse("Friends.cs", friends)],
            References(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable,
                checkOverflow: false,
                deterministic: true,
                concurrentBuild: false));
    }

    /// <summary>Compiles the kernel with a bug.</summary>
    /// <param name="bug">The bug; null: the kernel as it is.</param>
    /// <returns>The assembly.</returns>
    /// <exception cref="SeedingException">The bug does not fit, or does not compile.</exception>
    public byte[] Compile(SeededBug? bug) => Compile(bug, _compilation);

    /// <summary>Compiles the kernel so that each of its atomic or ordered accesses is an ordering
    /// point of the simulated machine.</summary>
    /// <param name="bug">The bug; null: the kernel as it is.</param>
    /// <returns>The assembly.</returns>
    /// <exception cref="SeedingException">The bug does not fit, or does not compile.</exception>
    public byte[] CompileOrdered(SeededBug? bug) => Compile(
        bug,
        _compilation
            .ReplaceSyntaxTree(
                _trees[OrderedAccess.Usings],
                Parse(OrderedAccess.Usings, OrderedAccess.Rename(_texts[OrderedAccess.Usings])))
            .AddSyntaxTrees(Parse("OrderedAccess.cs", OrderedAccess.Source)));

    private byte[] Compile(SeededBug? bug, CSharpCompilation compilation)
    {
        CSharpCompilation changed = compilation;
        foreach (IGrouping<string, SourcePatch> file in (bug?.Patches ?? []).GroupBy(p => p.File))
        {
            if (!_texts.TryGetValue(file.Key, out string? text))
            {
                throw new SeedingException($"bug '{bug!.Name}': no file {file.Key}");
            }
            foreach (SourcePatch patch in file) text = patch.Apply(text, bug!.Name);
            changed = changed.ReplaceSyntaxTree(_trees[file.Key], Parse(file.Key, text));
        }
        using MemoryStream assembly = new();
        var result = changed.Emit(assembly);
        if (result.Success) return assembly.ToArray();
        Diagnostic error = result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error);
        throw new SeedingException($"bug '{bug?.Name}' does not compile: {error}");
    }

    private static SyntaxTree Parse(string name, string text) =>
        CSharpSyntaxTree.ParseText(
            SourceText.From(text, System.Text.Encoding.UTF8),
            new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None), name);

    // The framework that runs, and what the kernel is built from.
    private static IEnumerable<MetadataReference> References()
    {
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        foreach (string path in trusted.Split(Path.PathSeparator))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            bool isFramework = name.StartsWith("System.", StringComparison.Ordinal)
                && !name.StartsWith("System.CommandLine", StringComparison.Ordinal);
            if (isFramework || name is "Bulkhead.Abi" or "Bulkhead.Pools")
            {
                yield return MetadataReference.CreateFromFile(path);
            }
        }
    }
}
