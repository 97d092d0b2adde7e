// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I24.</summary>
internal sealed class MessagesWhole : KernelInvariant
{
    private const int MessageWords = 9;

    private UtcbPage[]? _kept;
    private readonly Counter[] _counters = new Counter[KernelState.SemaphoresMax];

    // Contexts whose half-sent message somebody wrote into.
    private readonly bool[] _isDisturbed = new bool[KernelState.ContextsMax];

    private UtcbPage[] Pages => _kept ??= new UtcbPage[KernelState.UtcbsMax];

    internal override int Number => 24;

    internal override string Sentence =>
        "A message arrives once, with the words that its sender had when it sent and not one more; "
        + "a semaphore's up is counted once or wakes exactly the longest waiter.";

    internal override string LooksAt => "frames and message pages of sender and receiver, "
        + "semaphore counts";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        if (at.HasEvent && at.Event.Kind == EventKind.ChangeMessage) NoteDisturbed(at);
        CheckHalfSent(at);
        CheckRepeated(at);
        if (!at.HasEvent || at.RestartCount != at.Earlier.RestartCount) return;
        if (at.Earlier.Running.IsNone || !at.IsLive(at.Earlier.Running)) return;
        ref ExecutionContext sender = ref at.Earlier.Running.In(ref at.State);
        if (sender.Key != at.CallerBefore.Key) return;
        switch (at.Event.Kind)
        {
            case EventKind.Hypercall when (Hypercall)at.Event.Detail
                is Hypercall.Call or Hypercall.CallUntil:
                CheckCall(at, ref sender);
                break;
            case EventKind.Hypercall when (Hypercall)at.Event.Detail == Hypercall.Reply:
                CheckReply(at, ref sender);
                break;
            case EventKind.Hypercall when (Hypercall)at.Event.Detail == Hypercall.SemaphoreUp:
                CheckUp(at);
                break;
            case EventKind.GuestAccess:
                CheckExit(at, ref sender, 3);
                break;
            case EventKind.GuestExit:
                CheckExit(at, ref sender, 4);
                break;
            default:
                break;
        }
    }

    internal override void Remember(Inspection at)
    {
        ref KernelState state = ref at.State;
        if (!at.IsRefused || at.IsFull) RememberPages(at);
        foreach (int index in at.Changes.Semaphores)
        {
            ref Semaphore row = ref state.Semaphores[index];
            _counters[index] = new Counter
            {
                Count = row.Count, First = row.FirstWaiter, Incoming = row.Incoming,
            };
        }
    }

    // Those whose threads the event changed, or that it wrote itself.
    private void RememberPages(Inspection at)
    {
        ref KernelState state = ref at.State;
        // A fault of the surroundings changes any page.
        bool isAll = at.IsFull || !at.HasEvent || at.Event.Kind == EventKind.ChangeMessage;
        Link<ExecutionContext> writer =
            at.HasEvent && at.Event.Kind == EventKind.WriteMessage ? at.Earlier.Running : default;
        if (isAll)
        {
            for (int index = 0; index < KernelState.UtcbsMax; index++) Keep(at, index);
            return;
        }
        foreach (int index in at.Changes.Contexts)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            _isDisturbed[index] &= context.SentWords != 0;
            KeepPageOf(at, ref context);
            // A receiver that the same sender left before shows no change but in its page.
            if (context.SentWords != 0) KeepPageOf(at, ref context.SentTo.In(ref state));
        }
        if (!writer.IsNone) KeepPageOf(at, ref writer.In(ref state));
    }

    private void KeepPageOf(Inspection at, ref ExecutionContext thread)
    {
        int page = PageOf(at, ref thread);
        if (page >= 0) Keep(at, page);
    }

    private void Keep(Inspection at, int page)
    {
        ReadOnlySpan<ulong> now = at.State.Utcbs[page];
        Span<ulong> kept = Pages[page];
        if (!now.SequenceEqual(kept)) now.CopyTo(kept);
    }

    private void CheckCall(Inspection at, ref ExecutionContext sender)
    {
        bool isSent = sender.State == ContextState.Calling
            && sender.CallsPortal
            && at.CallerBefore.State == ContextState.Ready;
        if (!isSent) return;
        ref ExecutionContext receiver = ref sender.Partner.In(ref at.State);
        CheckWords(at, ref sender, ref receiver);
    }

    // Only who is to make its call or reply again, or was stopped, has sent half of a message.
    private static void CheckHalfSent(Inspection at)
    {
        foreach (int index in at.Changes.Contexts)
        {
            ref ExecutionContext sender = ref at.State.Contexts[index];
            That(sender.SentWords == 0
                || sender.State is ContextState.Ready or ContextState.Helping or ContextState.Off,
                $"@{sender.Self.Offset:x} has half sent a message and does something else");
        }
    }

    private void NoteDisturbed(Inspection at)
    {
        ref KernelState state = ref at.State;
        int page = (int)at.Event.Words[0];
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext sender = ref state.Contexts[index];
            if (sender.SentWords == 0) continue;
            _isDisturbed[index] |= PageOf(at, ref sender) == page
                || PageOf(at, ref sender.SentTo.In(ref state)) == page;
        }
    }

    // A call that goes on where it was left is made in the middle of somebody else's event; its
    // server has not run yet.
    private void CheckRepeated(Inspection at)
    {
        if (at.Machine.RepeatCount == at.Earlier.RepeatCount) return;
        ref KernelState state = ref at.State;
        foreach (int index in at.Changes.Contexts)
        {
            ref ExecutionContext sender = ref state.Contexts[index];
            if (!at.HasChanged(index) || sender.State != ContextState.Calling
                || at.Earlier[index].State != ContextState.Ready
                || !sender.CallsPortal || sender.Utcb.IsNone) continue;
            ref ExecutionContext receiver = ref sender.Partner.In(ref state);
            if (receiver.State != ContextState.Ready || receiver.Utcb.IsNone) continue;
            if (_isDisturbed[index]) continue;
            int count = (int)new MessageDescriptor(sender.Frame[1]).UtcbWords;
            ReadOnlySpan<ulong> sent = sender.Utcb.In(ref state);
            ReadOnlySpan<ulong> arrived = receiver.Utcb.In(ref state);
            That(count <= sent.Length && arrived[..count].SequenceEqual(sent[..count]),
                "words of a message page that was sent in pieces arrived changed");
        }
    }

    private void CheckReply(Inspection at, ref ExecutionContext sender)
    {
        Link<ExecutionContext> caller = at.CallerBefore.Caller;
        if (caller.IsNone || sender.State != ContextState.Idle || !at.IsLive(caller)) return;
        ref readonly ExecutionContext before = ref at.Earlier[at.IndexOf(caller)];
        ref ExecutionContext receiver = ref caller.In(ref at.State);
        if (!before.CallsPortal || before.Key != receiver.Key
            || receiver.State != ContextState.Ready) return;
        if (WentOn(at, in before, ref receiver)) return;
        That(receiver.Frame[0] == 0, "a reply arrived with a result code");
        CheckWords(at, ref sender, ref receiver);
    }

    // The caller's deadline passed while the reply had been left in the middle.
    private static bool WentOn(
        Inspection at, in ExecutionContext before, ref ExecutionContext receiver) =>
        at.Machine.RepeatCount != at.Earlier.RepeatCount
        && before.CallKind == CallKind.PortalUntil
        && receiver.Frame[0] == new ResultCode(Status.Timeout, Reason.DeadlinePassed).Value;

    private void CheckWords(
        Inspection at, ref ExecutionContext sender, ref ExecutionContext receiver)
    {
        for (int word = 1; word <= MessageWords; word++)
        {
            That(receiver.Frame[word] == at.Event.Words[word],
                $"word {word} of a message arrived changed");
        }
        int count = (int)new MessageDescriptor(at.Event.Words[1]).UtcbWords;
        int index = PageOf(at, ref receiver);
        if (index < 0 || sender.Utcb.IsNone) return;
        ReadOnlySpan<ulong> sent = sender.Utcb.In(ref at.State);
        ReadOnlySpan<ulong> arrived = at.State.Utcbs[index];
        ReadOnlySpan<ulong> kept = Pages[index];
        That(count <= sent.Length && arrived[..count].SequenceEqual(sent[..count]),
            "words of a message page arrived changed");
        That(sender.Utcb == receiver.Utcb || arrived[count..].SequenceEqual(kept[count..]),
            "more words of a message page arrived than were sent");
    }

    private static void CheckExit(Inspection at, ref ExecutionContext sender, int words)
    {
        bool isSent = sender.IsVcpu && sender.State == ContextState.Calling
            && at.CallerBefore.State == ContextState.Ready;
        if (!isSent) return;
        ref ExecutionContext receiver = ref sender.Partner.In(ref at.State);
        for (int word = 0; word < words; word++)
        {
            That(receiver.Frame[2 + word] == at.Event.Words[word],
                $"word {word} of an exit arrived changed");
        }
    }

    private void CheckUp(Inspection at)
    {
        if (!at.IsOneHypercall || !at.Holds(Rights.SemaphoreUp, 0, out Link<ObjectHeader> found))
        {
            return;
        }
        int index = IndexOf(at, found);
        ref Semaphore now = ref at.State.Semaphores[index];
        ref Counter before = ref _counters[index];
        // A refusal that makes way for another context at once is told by the count alone.
        bool isFull = before.Count == SemaphoreQueue.CountMax && now.Count == before.Count;
        if (at.IsRefused || isFull || at.TellsOverruns(found.Reinterpret<Semaphore>())) return;
        if (now.Cpu != at.Earlier.Running.In(ref at.State).Cpu)
        {
            That(now.Incoming == before.Incoming + 1, "an up for another CPU was not counted once");
            return;
        }
        if (before.First.IsNone)
        {
            That(now.Count == before.Count + 1, "an up of a semaphore was not counted once");
            return;
        }
        ref ExecutionContext woken = ref before.First.In(ref at.State);
        That(woken.State != ContextState.Waiting || woken.WaitingOn.Offset != found.Offset,
            "an up of a semaphore did not wake the longest waiter");
        That(now.Count == before.Count, "an up of a semaphore was counted and woke somebody");
    }

    private static int PageOf(Inspection at, ref ExecutionContext thread)
    {
        if (thread.Utcb.IsNone) return -1;
        uint first = Link<UtcbPage>.To(ref at.State, ref at.State.Utcbs[0]).Offset;
        return (int)((thread.Utcb.Offset - first) / Limits.PageBytes);
    }

    private static int IndexOf(Inspection at, Link<ObjectHeader> semaphore)
    {
        uint first = Link<Semaphore>.To(ref at.State, ref at.State.Semaphores[0]).Offset;
        uint size = (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<Semaphore>();
        return (int)((semaphore.Offset - first) / size);
    }

    private struct Counter
    {
        internal ulong Count;
        internal Link<ExecutionContext> First;
        internal uint Incoming;
    }
}
