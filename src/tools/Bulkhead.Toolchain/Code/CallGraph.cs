// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Code;

/// <summary>Who calls or jumps to whom, read from the instructions.</summary>
public sealed class CallGraph
{
    private readonly Dictionary<Function, List<Function>> _callees = [];

    /// <summary>Reads the graph of a program.</summary>
    public CallGraph(CodeMap map)
    {
        Map = map;
        for (int index = 0; index < map.Functions.Count; index++)
            _callees[map.Functions[index]] = Targets(map.Functions[index], index);
    }

    /// <summary>The functions.</summary>
    public CodeMap Map { get; }

    /// <summary>Functions that this one calls, jumps to or runs into, each once.</summary>
    public IReadOnlyList<Function> Callees(Function function) => _callees[function];

    /// <summary>Functions that call this one.</summary>
    public IEnumerable<Function> Callers(Function function) =>
        _callees.Where(pair => pair.Value.Contains(function)).Select(pair => pair.Key);

    /// <summary>Calls whose target is in a register, in compiled code.</summary>
    public IEnumerable<(Function Function, Instruction Instruction)> IndirectCalls =>
        Map.Instructions.Where(pair => pair.Instruction.IsIndirectCall);

    private List<Function> Targets(Function function, int index)
    {
        HashSet<Function> found = [];
        foreach (Instruction instruction in function.Instructions)
        {
            if (instruction.Target is not { } target)
                continue;
            Function? callee = Map.At(target);
            // A jump inside the function is a loop; a jump to its start is one too, a call is not.
            if (callee is not null && (callee != function || instruction.IsCall))
                found.Add(callee);
        }
        if (RunsOn(function) && index + 1 < Map.Functions.Count
            && Map.Functions[index + 1].Start == function.End)
        {
            found.Add(Map.Functions[index + 1]);
        }
        return [.. found];
    }

    // Only hand-written code runs into the next label.
    private static bool RunsOn(Function function) =>
        !function.IsSized && function.Instructions.Count > 0
        && !function.Instructions[^1].EndsFlow;
}
