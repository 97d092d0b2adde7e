// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Gates;

/// <summary>Unsafe code lies in named assemblies only.</summary>
public sealed class SafeAssemblyGate : IGate
{
    private readonly NamePatterns _unsafe;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Names the assemblies that may be unsafe.</param>
    public SafeAssemblyGate(GatePolicy policy) =>
        _unsafe = new NamePatterns(policy.UnsafeAssemblies);

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        List<AssemblyFacts> assemblies = [.. subject.Assemblies.Select(AssemblyFacts.Read)];
        List<string> offences =
        [
            .. assemblies
                .Where(assembly => assembly.IsUnsafe && !_unsafe.Contains(assembly.Name))
                .Select(assembly => $"{assembly.Name} is compiled with unsafe code allowed and is "
                    + "not one of the assemblies that may be."),
        ];
        int safe = assemblies.Count(assembly => !assembly.IsUnsafe);
        return new GateResult(
            "safe-assemblies", $"{safe} of {assemblies.Count} without unsafe code", offences);
    }
}
