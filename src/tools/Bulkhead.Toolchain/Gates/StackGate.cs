// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Gates;

/// <summary>The deepest chain of calls fits the stack; there is no recursion.</summary>
/// <remarks>
/// Every decrement of the stack pointer in a function counts, and a jump to another function counts
/// as a call: the bound is never too small. The panic never returns, so its own depth is added once
/// at the end.
/// </remarks>
public sealed class StackGate : IGate
{
    private readonly GatePolicy _policy;

    /// <summary>Makes the gate.</summary>
    /// <param name="policy">Holds the budget and the panic's entries.</param>
    public StackGate(GatePolicy policy) => _policy = policy;

    /// <inheritdoc/>
    public GateResult Check(GateSubject subject)
    {
        var depth = new StackDepth(subject.Graph, new NamePatterns(_policy.PanicEntries));
        var free = new NamePatterns(_policy.IndirectCallers);
        List<string> offences = [];
        foreach (Function function in depth.Unbounded.Where(function => !function.Matches(free)))
            offences.Add(
                $"{function.Name} takes an amount of stack that its instructions do not say.");
        foreach ((Function function, Instruction instruction) in subject.Graph.IndirectCalls)
        {
            if (!function.Matches(free))
                offences.Add($"{function.Place(instruction)} calls through a register, so nobody "
                    + "knows how deep it goes.");
        }
        foreach (IReadOnlyList<Function> cycle in depth.Cycles)
            offences.Add("Recursion: " + string.Join(" → ", cycle) + ".");
        if (_policy.StackBytesMax > 0 && depth.Deepest > _policy.StackBytesMax)
        {
            offences.Add($"The stack gets {depth.Deepest} bytes deep, the budget is "
                + $"{_policy.StackBytesMax}: {Chain(depth.DeepestChain)}.");
        }
        return new GateResult(
            "stack",
            $"{depth.Deepest} bytes at most, {depth.PanicBytes} of them for the panic: "
                + Chain(depth.DeepestChain),
            offences);
    }

    private static string Chain(IReadOnlyList<(Function Function, long Bytes)> chain) =>
        string.Join(" → ", chain.Select(step => $"{step.Function.Name} ({step.Bytes})"));
}
