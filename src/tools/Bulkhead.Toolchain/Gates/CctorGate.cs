// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// No static constructor is left: nobody would run it, and its fields would silently be zero.
/// </summary>
public sealed class CctorGate : IGate
{
    // An empty table that the compiler always writes.
    private const string ContextMap = "__type_to_cctorContext_map";

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        List<string> offences = [];
        foreach (ElfSymbol symbol in subject.Program.Symbols)
        {
            bool isConstructor = symbol.Name.Contains("cctor", StringComparison.OrdinalIgnoreCase)
                && !symbol.Name.StartsWith(ContextMap, StringComparison.Ordinal);
            if (isConstructor)
            {
                offences.Add($"{symbol.Name} would have to run before its type is used. Give the "
                    + "static fields constants, or set them in an initialising method.");
            }
        }
        return new GateResult("static-constructors", $"{offences.Count} found", offences);
    }
}
