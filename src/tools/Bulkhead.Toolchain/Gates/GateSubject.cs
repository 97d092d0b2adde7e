// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Gates;

/// <summary>A program that gates look at, and what it was made from.</summary>
public sealed class GateSubject
{
    private readonly Lazy<CallGraph> _graph;

    /// <summary>Makes a subject.</summary>
    /// <param name="program">The linked program.</param>
    /// <param name="compiledObject">
    /// The object of the native compiler; null when there is none.
    /// </param>
    /// <param name="assemblies">IL assemblies that went in, the core library left out.</param>
    /// <param name="sources">Source files that went in.</param>
    public GateSubject(
        ElfFile program,
        ElfFile? compiledObject = null,
        IReadOnlyList<string>? assemblies = null,
        SourceSet? sources = null)
    {
        Program = program;
        CompiledObject = compiledObject;
        Assemblies = assemblies ?? [];
        Sources = sources ?? new SourceSet([], []);
        _graph = new Lazy<CallGraph>(() => new CallGraph(CodeMap.Of(program)));
    }

    /// <summary>The linked program.</summary>
    public ElfFile Program { get; }

    /// <summary>The object of the native compiler.</summary>
    public ElfFile? CompiledObject { get; }

    /// <summary>IL assemblies that went in, the core library left out.</summary>
    public IReadOnlyList<string> Assemblies { get; }

    /// <summary>Source files that went in.</summary>
    public SourceSet Sources { get; }

    /// <summary>Functions and calls, read when first asked for.</summary>
    public CallGraph Graph => _graph.Value;

    /// <summary>Functions, read when first asked for.</summary>
    public CodeMap Code => Graph.Map;
}
