// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("I20")]
public class TurnTimerTests
{
    private const ulong Budget = 1000;

    [Theory]
    [InlineData(0, 0, 2, false)]
    [InlineData(Budget, 0, 1, false)]
    [InlineData(Budget, 0, 2, true)]
    [InlineData(Budget, 10 * Budget, 1, true)]
    public void A_turn_ends_when_a_budget_is_renewed_or_shared(
        ulong budget, ulong period, int count, bool ends)
    {
        using KernelHarness kernel = new();
        for (int thread = 0; thread < count; thread++)
        {
            kernel.StartThread(50, budget: budget, period: period);
        }
        kernel.ParkRoot();
        ref Kernel.Scheduling.Cpu cpu = ref kernel.State.Cpus[0];
        ref SchedulingContext entry = ref cpu.Current.In(ref kernel.State);
        Assert.Equal(
            ends ? cpu.ChargedUntil + entry.RemainingTicks : ulong.MaxValue, cpu.ArmedTicks);
    }
}
