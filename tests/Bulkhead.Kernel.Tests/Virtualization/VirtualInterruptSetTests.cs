// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Virtualization;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Kernel.Tests.Virtualization;

public class VirtualInterruptSetTests
{
    /// <summary>A step: which interrupt, what changes.</summary>
    public sealed record Step(int Interrupt, int Kind, byte Priority);

    [Fact]
    public void The_most_urgent_is_what_sorting_finds()
    {
        Gen<Step> step =
            from interrupt in Gen.Choose(0, 255)
            from kind in Gen.Choose(0, 6)
            from priority in Gen.Choose(0, 7)
            select new Step(interrupt, kind, (byte)(priority << 5));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(200),
            Prop.ForAll(Gen.ListOf(step).ToArbitrary(), Agrees));
    }

    private static bool Agrees(IList<Step> steps)
    {
        VirtualInterruptSet set = default;
        HashSet<int> pending = [], enabled = [], active = [];
        byte[] priorities = new byte[256];
        foreach (Step step in steps)
        {
            switch (step.Kind)
            {
                case 0: set.Pending.Set((uint)step.Interrupt); pending.Add(step.Interrupt); break;
                case 1: set.Pending.Clear((uint)step.Interrupt); pending.Remove(step.Interrupt);
                    break;
                case 2: set.Enabled.Put((uint)step.Interrupt, true); enabled.Add(step.Interrupt);
                    break;
                case 3: set.Enabled.Put((uint)step.Interrupt, false);
                    enabled.Remove(step.Interrupt); break;
                case 4:
                    set.Active.Set((uint)step.Interrupt);
                    active.Add(step.Interrupt);
                    break;
                case 5:
                    set.Active.Clear((uint)step.Interrupt);
                    active.Remove(step.Interrupt);
                    break;
                default: set.Priority[step.Interrupt] = priorities[step.Interrupt] = step.Priority;
                    break;
            }
            List<int> candidates =
                [.. pending.Intersect(enabled).Except(active).OrderBy(id => (priorities[id], id))];
            Assert.Equal(candidates.Count != 0, set.HasCandidate);
            Assert.Equal(
                candidates.Count == 0 ? uint.MaxValue : (uint)candidates[0], set.MostUrgent());
        }
        return true;
    }
}
