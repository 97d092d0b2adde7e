// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>
/// What holds between any two entries into the kernel, written without the kernel's own functions
/// as far as possible. Every check recounts from scratch.
/// </summary>
internal static partial class KernelInvariants
{
    /// <summary>Checks everything.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="running">What the processor runs; none: idle.</param>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    internal static void Check(SimulatedMachine machine, Link<ExecutionContext> running)
    {
        ref KernelState state = ref machine.State;
        CheckCapabilities(ref state);
        CheckRoots(ref state);
        CheckQuotas(ref state);
        CheckCommunication(ref state);
        CheckSemaphores(ref state);
        CheckRunQueue(ref state, running);
        CheckBlocked(ref state);
        CheckTimers(machine);
        CheckTables(machine);
        CheckMappings(machine);
        CheckInterrupts(machine);
        CheckVcpus(ref state);
    }

    private static void That(bool holds, string what)
    {
        if (!holds) throw new InvariantException(what);
    }

    private static void That(
        bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref LazyText what)
    {
        if (!holds) throw new InvariantException(what.ToString());
    }

    private static bool IsLive(ref KernelState state, Link<ExecutionContext> link) =>
        !link.IsNone && link.In(ref state).Header.Kind == ObjectKind.ExecutionContext;

    // Where the time of a context goes: along calls and help that is still wanted.
    private static Link<ExecutionContext> EndOfChain(
        ref KernelState state, Link<ExecutionContext> home)
    {
        Link<ExecutionContext> at = home;
        for (int depth = 0; depth <= KernelState.ContextsMax; depth++)
        {
            ref ExecutionContext context = ref at.In(ref state);
            if (context.State is not (ContextState.Calling or ContextState.Helping)) return at;
            bool isFree =
                context.Partner.In(ref state).State is ContextState.Idle or ContextState.Off;
            if (context.State == ContextState.Helping && isFree) return at;
            at = context.Partner;
        }
        throw new InvariantException($"the chain of calls from @{home.Offset:x} has no end");
    }
}

/// <summary>An invariant of the kernel does not hold.</summary>
/// <param name="message">Which.</param>
internal sealed class InvariantException(string message) : Exception(message);
