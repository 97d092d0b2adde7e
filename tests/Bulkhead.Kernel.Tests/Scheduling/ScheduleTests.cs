// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("R-STATE-4", "I19")]
public class ScheduleTests
{
    [Fact]
    public void Windows_of_several_CPUs_form_a_chain_each()
    {
        Schedule schedule = default;
        int[] cpus = [0, 3, 0, 7, 3, 0];
        for (int index = 0; index < cpus.Length; index++)
        {
            FrameWindow window = new()
            {
                DurationTicks = (ulong)index + 1, TimePartition = (byte)index, IsExclusive = 1,
            };
            schedule.Append(cpus[index], in window);
        }
        Assert.Equal(cpus.Length, schedule.Count);
        for (int cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            List<int> expected = [.. Enumerable.Range(0, cpus.Length).Where(at => cpus[at] == cpu)];
            List<int> found = [];
            for (int at = schedule.First[cpu]; at != 0; at = schedule.Windows[at - 1].Next)
            {
                ref FrameWindow window = ref schedule.Windows[at - 1];
                Assert.Equal(((ulong)at, at - 1, 1),
                    (window.DurationTicks, window.TimePartition, window.IsExclusive));
                found.Add(at - 1);
            }
            Assert.Equal(expected, found);
        }
    }
}
