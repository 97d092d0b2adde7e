// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>The scheduling contexts that wait for one execution context, a singly linked
/// list.</summary>
internal static class BlockedList
{
    /// <summary>Adds a scheduling context. While it is in the list, its <c>Previous</c> is
    /// unused.</summary>
    internal static void Add(
        ref KernelState state, ref ExecutionContext context, Link<SchedulingContext> link) =>
            Put(ref link.In(ref state), ref context, link);

    /// <summary>Adds a scheduling context that is at hand.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Put(
        ref SchedulingContext entry, ref ExecutionContext context, Link<SchedulingContext> link)
    {
        entry.State = SchedulingState.Blocked;
        entry.Next = context.BlockedScheduling;
        context.BlockedScheduling = link;
    }

    /// <summary>Removes a scheduling context from whichever context's list it is in.</summary>
    internal static void Remove(ref KernelState state, Link<SchedulingContext> link)
    {
        for (int index = 0; index < KernelState.ContextsMax; index++)
        {
            if (RemoveFrom(ref state, ref state.Contexts[index], link)) return;
        }
    }

    private static bool RemoveFrom(
        ref KernelState state, ref ExecutionContext context, Link<SchedulingContext> link)
    {
        Link<SchedulingContext> at = context.BlockedScheduling;
        Link<SchedulingContext> before = default;
        for (int count = 0; count < KernelState.SchedulingContextsMax && !at.IsNone; count++)
        {
            Link<SchedulingContext> next = at.In(ref state).Next;
            if (at == link)
            {
                if (before.IsNone) context.BlockedScheduling = next;
                else before.In(ref state).Next = next;
                at.In(ref state).Next = default;
                return true;
            }
            before = at;
            at = next;
        }
        return false;
    }
}
