// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Scheduling;

/// <summary>What is due when.</summary>
internal static class Deadlines
{
    /// <summary>Notes that something is due; of equal times the earlier noted is first.</summary>
    internal static void Set(Step step, ulong ticks, ObjectId subject)
    {
        ImmutableArray<Deadline> all = step.State.Deadlines;
        int place = all.Length;
        while (place > 0 && all[place - 1].Ticks > ticks) place--;
        step.State = step.State with
        {
            Deadlines = all.Insert(place, new Deadline(ticks, subject)),
        };
    }

    /// <summary>Nothing is due for a subject any more.</summary>
    internal static void Cancel(Step step, ObjectId subject)
    {
        ImmutableArray<Deadline> all = step.State.Deadlines;
        for (int index = 0; index < all.Length; index++)
        {
            if (all[index].Subject != subject) continue;
            step.State = step.State with { Deadlines = all.RemoveAt(index) };
            return;
        }
    }
}
