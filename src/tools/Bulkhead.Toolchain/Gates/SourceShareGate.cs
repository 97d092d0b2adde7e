// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// How much of the privileged source is assembly or lies in files with unsafe code.
/// </summary>
public sealed class SourceShareGate : IGate
{
    private readonly int _assemblyLinesMax;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Holds the limit of assembly lines.</param>
    public SourceShareGate(GatePolicy policy) => _assemblyLinesMax = policy.AssemblyLinesMax;

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        int safe = 0, unsafeLines = 0;
        foreach (string file in subject.Sources.CSharp)
        {
            SourceLines lines = SourceLines.OfCSharp(File.ReadAllText(file));
            if (lines.HasUnsafe)
                unsafeLines += lines.Count;
            else
                safe += lines.Count;
        }
        int assembly = subject.Sources.Assembly
            .Sum(file => SourceLines.OfAssembly(File.ReadAllText(file)).Count);
        List<string> offences = [];
        if (_assemblyLinesMax > 0 && assembly > _assemblyLinesMax)
            offences.Add(
                $"There are {assembly} lines of assembly; the limit is {_assemblyLinesMax}.");
        int all = Math.Max(1, safe + unsafeLines + assembly);
        return new GateResult(
            "sources",
            $"{safe + unsafeLines} lines of C#, {unsafeLines} ({Percent(unsafeLines, all)}) of "
                + $"them in files with unsafe code; {assembly} lines ({Percent(assembly, all)}) of "
                + "assembly",
            offences);
    }

    private static string Percent(int part, int all) => $"{100.0 * part / all:0.0} %";
}
