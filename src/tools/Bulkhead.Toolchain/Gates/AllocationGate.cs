// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Gates;

/// <summary>No chain of calls leads to an allocator; one that does is named.</summary>
/// <remarks>
/// A check of the source would not do: the native compiler keeps objects that nobody else sees on
/// the stack.
/// </remarks>
public sealed class AllocationGate : IGate
{
    /// <summary>What to do about a chain.</summary>
    internal const string Advice = "Use a span over a static buffer (an InlineArray in a static "
        + "field), or say <BulkheadTier>1</BulkheadTier> in the project.";

    private const string CoreLibrary = "System.Private.CoreLib.dll";

    private readonly NamePatterns _allocators;
    private readonly NamePatterns _entries;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Names the allocators and the functions that partitions are entered
    /// at.</param>
    public AllocationGate(GatePolicy policy)
    {
        _allocators = new NamePatterns(policy.Allocators);
        _entries = new NamePatterns(policy.Entries);
    }

    /// <summary>The core library of tier 0: a method that it has, too, does not allocate there, so
    /// no chain goes through it. Null when the program has that library itself.</summary>
    internal string? SmallCoreLibrary { get; init; }

    /// <summary>Places of calls in sources; null: none are known.</summary>
    internal CallPlaces? Places { get; init; }

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        if (!subject.Code.Functions.Any(function => function.Matches(_allocators)))
        {
            return new GateResult(
                "allocations", $"{subject.Code.Functions.Count} functions, no allocator", []);
        }
        string[] own =
        [
            .. subject.Assemblies
                .Where(path => !path.EndsWith(CoreLibrary, StringComparison.Ordinal)),
        ];
        SymbolNames owned = new(TypeCatalogue.Read(own));
        SymbolNames all = new(TypeCatalogue.Read(subject.Assemblies));
        SymbolNames small = new(
            TypeCatalogue.Read(SmallCoreLibrary is null ? [] : [SmallCoreLibrary]));
        CallChains chains = new(
            subject.Graph,
            function => function.Matches(_allocators),
            function => own.Length == 0 || IsNamed(owned, function),
            function => IsNamed(small, function));
        string[] offences =
        [
            .. chains.Find(function => function.Matches(_entries))
                .Select(chain => Offence(all, chain)),
        ];
        return new GateResult(
            "allocations", $"{offences.Length} chains of calls lead to an allocator. {Advice}",
            offences);
    }

    private string Offence(SymbolNames names, CallChain chain)
    {
        string?[] steps =
        [
            .. chain.Functions.Select((function, index) => index == chain.LastOwn
                ? Name(names, function) + Place(chain) : Name(names, function)),
        ];
        string start = chain.IsFromEntry ? "" : "(reached through a table) ";
        return $"{start}{string.Join(" → ", steps)}: an allocation, and tier 0 has no heap.";
    }

    private string Place(CallChain chain) =>
        chain.Call is { } call
            && Places?.Find(chain.Functions[chain.LastOwn], call.Address) is string place
            ? $" ({place})" : "";

    private static bool IsNamed(SymbolNames names, Function function) =>
        function.Names.Any(name => names.TryMethod(name, out _, out _));

    private static string Name(SymbolNames names, Function function)
    {
        foreach (string symbol in function.Names)
        {
            if (names.TryMethod(symbol, out string type, out string method))
                return $"{type}.{method}";
        }
        return function.Name;
    }
}
