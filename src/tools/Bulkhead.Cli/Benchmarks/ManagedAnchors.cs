// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Benchmarks;

/// <summary>What <c>tests/target/bench-managed</c> and <c>bench-collected</c> measure: ordinary C#
/// in a partition with scopes, and with a collected heap; and how much of it a small program
/// carries.</summary>
public static class ManagedAnchors
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<BenchAnchor> All { get; } =
    [
        Managed("virtual", "virtual call", 12),
        Managed("interface", "call through an interface, as the last one there", 20),
        Managed("interface.two", "the same, of two types in turn", null),
        Managed("delegate", "call of a delegate", null),
        Managed("static", "static field behind a constructor that has run", null),
        Managed("thread-static", "thread static, read and written", null),
        Managed("new", "object of two fields", 25),
        Managed("new.array", "array of 16 integers", null),
        Managed("box", "integer as an object", null),
        Managed("cast.class", "cast to a class above", null),
        Managed("cast.interface", "cast to an interface", null),
        Managed("store", "reference into a field", null),
        Managed("interpolation", "text of two integers and a word", 600),
        Managed("concat", "two texts put together", null),
        Managed("list.add", "List<int>.Add", null),
        Managed("dictionary.int", "Dictionary<int, int>, found", null),
        Managed("dictionary.string", "Dictionary<string, int>, found", null),
        Managed("throw", "exception made, thrown and caught in one frame", 9_000),
        Managed("throw.frame", "the same through one more frame with finally", null),
        Managed("lock", "lock that nobody holds", null),
        Managed("scope", "scope entered and left", null),
        Managed("period", "scope, dictionary, four texts", null),
        Managed("collected.new", "object of two fields in a collected heap", 25),
        Managed("collected.store", "reference into a field there", null),
        Managed("collect.empty", "collection of a heap of 1 MiB, hardly an object live", 10_000),
        Managed("collect.object", "each live object more", 130),
        Size("hello.static.text", "hello of tier 0, text", 4_096),
        Size("hello.text", "greeting of tier 1, text", 32_768),
        Size("hello.loaded", "greeting of tier 1, all that is loaded", 65_536),
    ];

    private static BenchAnchor Managed(string id, string operation, decimal? budget) =>
        new("managed." + id, "C#: " + operation, budget, null, null, []);

    private static BenchAnchor Size(string id, string operation, decimal budget) =>
        Managed(id, operation + ", bytes", budget);
}
