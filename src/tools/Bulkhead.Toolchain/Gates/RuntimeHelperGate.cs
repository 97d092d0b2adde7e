// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Gates;

/// <summary>
/// No allocation, cast, dispatch or throw helper can be reached; failed checks of the core library,
/// which become the panic, are the only throws.
/// </summary>
public sealed class RuntimeHelperGate : IGate
{
    // All helpers of the native runtime have these prefixes.
    private static readonly NamePatterns _helpers = new(["Rhp*", "Rh*"]);
    private readonly NamePatterns _runtime;
    private readonly NamePatterns _panicSources;
    private readonly NamePatterns _panicEntries;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Names the helpers that may be there and who may throw.</param>
    public RuntimeHelperGate(GatePolicy policy)
    {
        _runtime = new NamePatterns(policy.RuntimeSymbols);
        _panicSources = new NamePatterns(policy.PanicSources);
        _panicEntries = new NamePatterns(policy.PanicEntries);
    }

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        List<string> offences = [];
        IEnumerable<ElfSymbol> helpers = subject.Program.Symbols
            .Where(symbol => _helpers.Contains(symbol.Name) && !_runtime.Contains(symbol.Name));
        foreach (ElfSymbol helper in helpers)
            offences.Add(Helper(subject, helper));
        int sources = 0;
        foreach (Function function in subject.Code.Functions)
        {
            if (!IsCompiled(subject, function) || !Throws(subject, function))
                continue;
            if (function.Matches(_panicSources))
                sources++;
            else
                offences.Add($"{function.Name} throws. Return a status, or panic by an assertion.");
        }
        return new GateResult(
            "runtime-helpers", $"{sources} failed checks lead to the panic", offences);
    }

    private bool Throws(GateSubject subject, Function function) =>
        subject.Graph.Callees(function).Any(callee => callee.Matches(_panicEntries));

    // Hand-written code may enter the panic where it sees fit.
    private static bool IsCompiled(GateSubject subject, Function function) =>
        subject.CompiledObject is null
        || function.Names.Any(name => subject.CompiledObject.FindSymbol(name) is not null);

    private static string Helper(GateSubject subject, ElfSymbol helper)
    {
        Function? function = subject.Code.Find(helper.Name);
        string[] callers = function is null
            ? []
            : [.. subject.Graph.Callers(function).Select(caller => caller.Name).Take(3)];
        string who =
            callers.Length == 0 ? "" : $" It is called by {string.Join(", ", callers)}.";
        return $"{helper.Name} is a helper of the runtime that tier 0 does not have.{who}";
    }
}
