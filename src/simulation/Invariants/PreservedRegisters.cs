// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I14.</summary>
internal sealed class PreservedRegisters : KernelInvariant
{
    private const int FirstScratch = 10;
    private const int FirstPreserved = 18;
    private const int InstructionBytes = 4;

    internal override int Number => 14;

    internal override string Sentence =>
        "A hypercall keeps x18 to x30, sp and the thread pointer, never shows a kernel value in "
        + "x10 to x17, and changes no register of a context that has no part in it.";

    internal override string LooksAt => "register frames, now and at the last check";

    internal override void Check(Inspection at)
    {
        if (!at.IsOneHypercall) return;
        ref KernelState state = ref at.State;
        int caller = at.IndexOf(at.Earlier.Running);
        foreach (int index in at.Changes.Contexts)
        {
            if (!at.HasChanged(index)) continue;
            ref ExecutionContext now = ref state.Contexts[index];
            ref readonly ExecutionContext before = ref at.Earlier[index];
            if (before.Key != now.Key || before.Header.Kind == ObjectKind.None) continue;
            if (IsActivated(in before, ref now)) continue;
            CheckKept(in before, ref now);
            if (index == caller) CheckCaller(at, in before, ref now);
            else CheckOther(in before, ref now);
        }
    }

    // A server begins each message with fresh registers.
    private static bool IsActivated(in ExecutionContext before, ref ExecutionContext now) =>
        now.IsServer != 0 && (before.State == ContextState.Idle || now.State == ContextState.Idle
            || before.Caller != now.Caller
            || before.Frame[RegisterFrame.StackPointer] == 0);

    private static void CheckKept(in ExecutionContext before, ref ExecutionContext now)
    {
        if (now.IsVcpu) return;
        ReadOnlySpan<ulong> kept = before.Frame;
        ReadOnlySpan<ulong> live = now.Frame;
        // Most often all of them are: the program counter alone is another.
        if (live[FirstPreserved..RegisterFrame.ProgramCounter].SequenceEqual(
            kept[FirstPreserved..RegisterFrame.ProgramCounter])
            && live[(RegisterFrame.ProgramCounter + 1)..].SequenceEqual(
                kept[(RegisterFrame.ProgramCounter + 1)..])) return;
        for (int register = FirstPreserved; register < RegisterFrame.Count; register++)
        {
            if (register == RegisterFrame.ProgramCounter) continue;
            That(before.Frame[register] == now.Frame[register],
                $"a hypercall changed register {register}");
        }
    }

    private static void CheckCaller(
        Inspection at, in ExecutionContext before, ref ExecutionContext now)
    {
        for (int register = FirstScratch; register < FirstPreserved; register++)
        {
            That(now.Frame[register] == 0 || now.Frame[register] == before.Frame[register],
                $"a hypercall leaves something in register {register}");
        }
        if (!at.IsRefused) return;
        for (int register = 1; register < FirstScratch; register++)
        {
            That(now.Frame[register] == at.Event.Words[register],
                $"{(Hypercall)at.Event.Detail} refused with {at.Result.Reason} changed register "
                + $"{register}");
        }
        That(now.Frame[RegisterFrame.ProgramCounter]
            == before.Frame[RegisterFrame.ProgramCounter] + InstructionBytes,
            "a refused hypercall returns elsewhere");
    }

    // Who is neither caller nor partner keeps what it has; who was waiting gets its result.
    private static void CheckOther(in ExecutionContext before, ref ExecutionContext now)
    {
        if (before.State != now.State || before.Caller != now.Caller) return;
        if (before.State is not (ContextState.Ready or ContextState.Waiting)) return;
        for (int register = 0; register < FirstScratch; register++)
        {
            That(before.Frame[register] == now.Frame[register],
                "a register of a context without part in the hypercall changed");
        }
    }
}
