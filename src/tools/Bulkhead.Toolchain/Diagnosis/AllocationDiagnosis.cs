// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Gates;
using SourceLines = Bulkhead.Toolchain.Names.SourceLines;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Tells why a partition of tier 0 cannot be compiled or linked: the chains of calls that
/// lead to an allocator.</summary>
/// <remarks>
/// Tier 0's core library has neither allocators nor what needs them, so the chain is not in
/// anything that was built. The same assemblies are compiled once more with the core library of
/// tier 1, whatever they ask of hand-written code becomes an empty function, and the chains are
/// looked for there.
/// </remarks>
internal static class AllocationDiagnosis
{
    private const string Script = """
        ENTRY(_start)
        SECTIONS
        {
            . = 0x400000;
            .text : { *(.text .text.*) *(__managedcode) *(__unbox) }
        }
        """;

    /// <summary>Looks for the chains.</summary>
    /// <param name="context">Names the repository.</param>
    /// <param name="program">The partition as it could not be built.</param>
    /// <returns>One sentence for each; none when there are none, or when tier 1 cannot compile the
    /// program either.</returns>
    internal static IReadOnlyList<string> Find(ToolchainContext context, NativeProgram program)
    {
        try
        {
            IReadOnlyList<string> assemblies = DotnetBuild.Run(context, program.ProjectPath);
            return Check(context, program, assemblies);
        }
        catch (ToolchainException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Check(
        ToolchainContext context, NativeProgram program, IReadOnlyList<string> assemblies)
    {
        string folder = Path.Combine(program.OutputFolder, "allocations");
        string core = Core(context, PartitionTier.Scoped);
        string compiled = Path.Combine(folder, program.Name + ".il.o");
        var options = program.Options with { Extra = ["--noinlinetls"], FoldsMethods = false };
        Ilc.Compile(
            context, [.. assemblies, core], ManagedRuntime.References(context), compiled, options);
        ElfFile linked = Link(context, folder, compiled);
        var subject = new GateSubject(linked, ElfFile.Read(compiled), [.. assemblies, core]);
        GatePolicy policy = GatePolicy.Read(context.InRepository("eng/gates.json"), "partition");
        var gate = new AllocationGate(policy)
        {
            SmallCoreLibrary = Core(context, PartitionTier.Static),
            Places = new CallPlaces(subject.Code, SourceLines.OfCalls(linked, folder)
                .Select(row => (row.Address, $"{context.Display(row.File)}:{row.Line}"))),
        };
        return gate.Check(subject).Offences;
    }

    private static string Core(ToolchainContext context, PartitionTier tier) =>
        DotnetBuild.Run(context, context.InRepository(ManagedRuntime.CoreLibrary(tier)))[0];

    private static ElfFile Link(ToolchainContext context, string folder, string compiled)
    {
        string source = Path.Combine(folder, "asked.S");
        string asked = Path.Combine(folder, "asked.o");
        string script = Path.Combine(folder, "program.ld");
        string program = Path.ChangeExtension(compiled, ".elf");
        File.WriteAllText(source, EmptyFunctions(ElfFile.Read(compiled)));
        File.WriteAllText(script, Script);
        Assembler.Assemble(context, source, asked);
        Linker.Link(context, [asked, compiled], script, program);
        return ElfFile.Read(program);
    }

    private static string EmptyFunctions(ElfFile compiled)
    {
        IEnumerable<string> names =
            compiled.UndefinedSymbols.Select(symbol => symbol.Name).Append("_start").Distinct();
        return string.Concat(names.Select(name =>
            $".global {name}\n.type {name}, %function\n{name}: ret\n.size {name}, 4\n"));
    }
}
