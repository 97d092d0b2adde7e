// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>Shortest chains of calls, from an entry over a function to what it ends in.</summary>
/// <param name="graph">The calls.</param>
/// <param name="isTarget">What chains end in.</param>
/// <param name="isOwn">Functions that are told apart: a chain is reported for the last of them.
/// </param>
/// <param name="isWall">Functions that no chain goes through.</param>
public sealed class CallChains(
    CallGraph graph,
    Func<Function, bool> isTarget,
    Func<Function, bool> isOwn,
    Func<Function, bool> isWall)
{
    private readonly ILookup<Function, Function> _callers = graph.Map.Functions
        .SelectMany(function => graph.Callees(function).Select(callee => (callee, function)))
        .ToLookup(pair => pair.callee, pair => pair.function);

    /// <summary>Finds the chains.</summary>
    /// <param name="isEntry">Functions that are called from outside.</param>
    /// <returns>One chain for each own function that leads to a target without another own function
    /// between them, in the order of addresses.</returns>
    public IReadOnlyList<CallChain> Find(Func<Function, bool> isEntry)
    {
        Dictionary<Function, Function> next = Below();
        return
        [
            .. next.Keys.Where(isOwn).OrderBy(function => function.Start).Select(function =>
            {
                List<Function> above = Above(function, isEntry);
                return new CallChain(
                    [.. above, .. Down(next, function)], above.Count - 1, isEntry(above[0]));
            }),
        ];
    }

    // The next step towards a target, for all that reach one.
    private Dictionary<Function, Function> Below()
    {
        Dictionary<Function, Function> next = [];
        var waiting = new Queue<Function>(graph.Map.Functions.Where(isTarget));
        while (waiting.TryDequeue(out Function? function))
        {
            foreach (Function caller in _callers[function])
            {
                if (isTarget(caller) || isWall(caller) || !next.TryAdd(caller, function)) continue;
                if (!isOwn(caller)) waiting.Enqueue(caller);
            }
        }
        return next;
    }

    private static IEnumerable<Function> Down(
        Dictionary<Function, Function> next, Function function)
    {
        Function? at = function;
        while (next.TryGetValue(at, out at)) yield return at;
    }

    // From an entry to the function; from a function that only tables name, when no entry is there.
    private List<Function> Above(Function function, Func<Function, bool> isEntry)
    {
        Dictionary<Function, Function?> below = new() { [function] = null };
        var waiting = new Queue<Function>([function]);
        Function top = function;
        while (waiting.TryDequeue(out Function? at))
        {
            top = at;
            if (isEntry(at)) break;
            foreach (Function caller in _callers[at])
            {
                if (below.TryAdd(caller, at)) waiting.Enqueue(caller);
            }
        }
        List<Function> chain = [];
        for (Function? at = top; at is not null; at = below[at]) chain.Add(at);
        return chain;
    }
}
