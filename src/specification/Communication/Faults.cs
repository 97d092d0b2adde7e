// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Communication;

/// <summary>Faults of native threads: a call of the fault portal, made by the kernel.</summary>
internal static class Faults
{
    /// <summary>A thread did something that it cannot go on after. Without anybody to tell, it
    /// stops.</summary>
    internal static void Report(Step step, NativeThread thread, ThreadFaulted fault)
    {
        if (step.Find<Portal>(thread.FaultPortal) is not { } portal)
        {
            Contexts.Stop(step, thread.Id);
            return;
        }
        Message message = new(
            default,
            [
                (ulong)fault.Fault, fault.Address, fault.Syndrome, fault.Pc, thread.Tag,
                fault.Stack,
            ],
            []);
        Reason reason = Rendezvous.Send(
            step, thread, portal, CallKind.Fault, in message, out _);
        if (reason != Reason.None) Contexts.Stop(step, thread.Id);
    }

    /// <summary>The fault was handled: the thread goes on at another place, steps over its
    /// instruction, or tries it again; with any other answer it stops.</summary>
    internal static void Answer(Step step, NativeThread thread, in Message message)
    {
        ExitAction action = (ExitAction)message.Words[0];
        Contexts.MakeReady(step, thread);
        if ((action & ExitAction.Redirect) != 0)
        {
            step.Redirect(thread.Id, message.Words[5], [.. message.Words.AsSpan(1, 4)]);
            return;
        }
        if ((action & ExitAction.Advance) != 0 || action == ExitAction.Resume) return;
        Contexts.Stop(step, thread.Id);
    }
}
