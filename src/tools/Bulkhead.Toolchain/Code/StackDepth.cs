// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>How deep the stack can get along the call graph.</summary>
public sealed class StackDepth
{
    private enum Mark
    {
        New,
        Open,
        Done,
    }

    private readonly CallGraph _graph;
    private readonly NamePatterns _panicEntries;
    private readonly Dictionary<Function, Mark> _marks = [];
    private readonly Dictionary<Function, long> _depths = [];
    private readonly Dictionary<Function, Function?> _deepestCallee = [];
    private readonly List<Function> _path = [];
    private readonly List<IReadOnlyList<Function>> _cycles = [];
    private readonly List<Function> _unbounded = [];

    /// <summary>Measures a program.</summary>
    /// <param name="graph">Its calls.</param>
    /// <param name="panicEntries">
    /// Functions that never return; calls of them are not followed.
    /// </param>
    public StackDepth(CallGraph graph, NamePatterns panicEntries)
    {
        _graph = graph;
        _panicEntries = panicEntries;
        foreach (Function function in graph.Map.Functions)
            Visit(function);
        Function? deepest = graph.Map.Functions.MaxBy(function => _depths[function]);
        PanicBytes = graph.Map.Functions.Where(function => function.Matches(panicEntries))
            .Select(function => _depths[function]).DefaultIfEmpty().Max();
        Deepest = (deepest is null ? 0 : _depths[deepest]) + PanicBytes;
        DeepestChain = Chain(deepest);
    }

    /// <summary>Bytes of the deepest chain, with the panic's own depth added.</summary>
    public long Deepest { get; }

    /// <summary>Bytes that the panic needs below the place where it happens.</summary>
    public long PanicBytes { get; }

    /// <summary>The deepest chain, caller first, with the bytes of each frame.</summary>
    public IReadOnlyList<(Function Function, long Bytes)> DeepestChain { get; }

    /// <summary>Chains of calls that come back to where they started.</summary>
    public IReadOnlyList<IReadOnlyList<Function>> Cycles => _cycles;

    /// <summary>
    /// Functions that change the stack pointer by an amount that is not in the instruction.
    /// </summary>
    public IReadOnlyList<Function> Unbounded => _unbounded;

    private static long Frame(Function function, out bool isKnown)
    {
        long bytes = 0;
        isKnown = true;
        foreach (Instruction instruction in function.Instructions)
        {
            StackChange change = StackChange.Of(instruction);
            isKnown &= change.IsKnown;
            if (change.Bytes < 0)
                bytes -= change.Bytes;
        }
        return bytes;
    }

    private long Visit(Function function)
    {
        Mark mark = _marks.GetValueOrDefault(function);
        if (mark == Mark.Done)
            return _depths[function];
        if (mark == Mark.Open)
        {
            _cycles.Add([.. _path.SkipWhile(step => step != function), function]);
            return 0;
        }
        _marks[function] = Mark.Open;
        _path.Add(function);
        long below = DeepestBelow(function);
        _path.RemoveAt(_path.Count - 1);
        long frame = Frame(function, out bool isKnown);
        if (!isKnown)
            _unbounded.Add(function);
        _marks[function] = Mark.Done;
        return _depths[function] = frame + below;
    }

    private long DeepestBelow(Function function)
    {
        long deepest = 0;
        _deepestCallee[function] = null;
        foreach (Function callee in _graph.Callees(function))
        {
            if (callee.Matches(_panicEntries))
                continue;
            long depth = Visit(callee);
            if (depth <= deepest)
                continue;
            deepest = depth;
            _deepestCallee[function] = callee;
        }
        return deepest;
    }

    private List<(Function Function, long Bytes)> Chain(Function? start)
    {
        List<(Function Function, long Bytes)> chain = [];
        for (Function? at = start; at is not null; at = _deepestCallee[at])
            chain.Add((at, Frame(at, out _)));
        return chain;
    }
}
