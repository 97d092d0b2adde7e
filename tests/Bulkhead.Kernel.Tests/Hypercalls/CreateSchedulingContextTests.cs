// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreateSchedulingContextTests
{
    [Theory]
    [InlineData(256ul, 0ul, 0ul, Reason.BadPriority)]
    [InlineData(1ul << 32, 0ul, 0ul, Reason.BadPriority)]
    [InlineData(5ul, 0ul, 10ul, Reason.BudgetExceedsPeriod)]
    [InlineData(5ul, 11ul, 10ul, Reason.BudgetExceedsPeriod)]
    [InlineData(5ul, ulong.MaxValue, 0ul, Reason.BadArgument)]
    [InlineData(5ul, 5ul, ulong.MaxValue, Reason.BadArgument)]
    public void Impossible_times_and_priorities_are_refused(
        ulong priority, ulong budget, ulong period, Reason reason)
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        kernel.Call(Hypercall.CreateSchedulingContext, kernel.FreeSelector(), thread, priority,
            budget, period)
            .Refuses(Status.BadParameter, reason);
    }

    [Theory]
    [InlineData(10ul, 10ul)]
    [InlineData(1ul, 1ul << 62)]
    [InlineData(1ul << 62, 0ul)]
    [InlineData(0ul, 0ul)]
    public void Possible_times_are_taken_as_they_are(ulong budget, ulong period)
    {
        using KernelHarness kernel = new();
        uint scheduling = kernel.Schedule(kernel.CreateThread(), 255 - 16, budget, period);
        ref SchedulingContext entry = ref kernel.SchedulingOf(scheduling).In(ref kernel.State);
        Assert.Equal(
            (budget, period, budget), (entry.BudgetTicks, entry.PeriodTicks, entry.RemainingTicks));
        Assert.Equal(SchedulingState.Queued, entry.State);
    }

    [Fact]
    public void A_context_has_at_most_one_and_a_server_none()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.StartThread(5);
        Create(thread).Refuses(Status.Busy, Reason.ContextScheduled);
        Create(kernel.CreateServer()).Refuses(Status.Busy, Reason.ContextScheduled);
        Create(Selectors.System).Refuses(Status.BadCapability, Reason.RightMissing);

        CallResult Create(uint context) =>
            kernel.Call(Hypercall.CreateSchedulingContext, kernel.FreeSelector(), context, 5, 0, 0);
    }

    [Fact]
    [Verifies("R-QUOTA-4")]
    public void The_pool_bounds_the_number()
    {
        using KernelHarness kernel = new();
        CallResult last = default;
        for (int count = 0; count <= KernelState.SchedulingContextsMax && last.Code.IsSuccess;
            count++)
        {
            // Scheduling contexts of threads that are gone stay with their creator.
            uint thread = kernel.CreateThread();
            last = kernel.Call(
                Hypercall.CreateSchedulingContext, kernel.FreeSelector(), thread, 3, 0, 0);
            kernel.Call(Hypercall.Discard, thread).Succeeds();
        }
        last.Refuses(Status.NoResources, Reason.PoolExhausted);
    }
}
