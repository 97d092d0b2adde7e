// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// Compiled code asks only for symbols that are allowed: those of the runtime contract and those
/// that named assemblies declare as imports. Nothing stays undefined in the linked program.
/// </summary>
public sealed class UndefinedSymbolGate : IGate
{
    private readonly NamePatterns _runtime;
    private readonly NamePatterns _importing;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Names the runtime symbols and the assemblies that may import.</param>
    public UndefinedSymbolGate(GatePolicy policy)
    {
        _runtime = new NamePatterns(policy.RuntimeSymbols);
        _importing = new NamePatterns(policy.ImportingAssemblies);
    }

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        List<string> offences = [];
        HashSet<string> declared = [];
        foreach (AssemblyFacts assembly in subject.Assemblies.Select(AssemblyFacts.Read))
        {
            if (_importing.Contains(assembly.Name))
                declared.UnionWith(assembly.ImportedSymbols);
            else
                offences.AddRange(assembly.ImportedSymbols.Select(symbol =>
                    $"{assembly.Name} imports {symbol}; only named assemblies may do so."));
        }
        List<string> asked =
            [.. subject.CompiledObject?.UndefinedSymbols.Select(symbol => symbol.Name) ?? []];
        offences.AddRange(asked
            .Where(name => !_runtime.Contains(name) && !declared.Contains(name))
            .Select(name => $"The compiled code asks for {name}, which is not on the allow-list: a "
                + "language feature that tier 0 does not have."));
        offences.AddRange(subject.Program.UndefinedSymbols
            .Select(symbol => $"{symbol.Name} is still undefined in the linked program."));
        return new GateResult("undefined-symbols", $"{asked.Count} asked for", offences);
    }
}
