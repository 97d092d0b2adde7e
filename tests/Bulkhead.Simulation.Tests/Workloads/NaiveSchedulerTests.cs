// SPDX-License-Identifier: MIT
using Bulkhead.Reference;

namespace Bulkhead.Simulation.Tests.Workloads;

/// <summary>The rules of docs/scheduler-reference.md, one by one, by hand: the naive scheduler is
/// looked at without a kernel.</summary>
public class NaiveSchedulerTests
{
    private readonly NaiveScheduler _naive = new(2, 4, 1000);

    [Fact]
    public void The_most_urgent_runs_and_time_is_charged_to_it()
    {
        Share low = Give(10);
        Share high = Give(20);
        _naive.Advance(7);
        Assert.Same(high, _naive.Payer(0));
        Assert.Equal((0ul, 7ul), (low.Consumed, high.Consumed));
        Assert.Equal((0ul, 7ul), (_naive.IdleOf(0), _naive.IdleOf(1)));
    }

    [Fact]
    public void Equals_take_turns_and_who_is_alone_is_not_interrupted()
    {
        Share first = Give(10, 100);
        _naive.Advance(250);
        Assert.True(first.IsTurnOver);
        Share second = Give(10, 30);
        Assert.Same(second, _naive.Payer(0));
        _naive.Advance(29);
        Assert.Same(second, _naive.Payer(0));
        _naive.Advance(1);
        Assert.Same(first, _naive.Payer(0));
        Assert.Equal(100ul, first.Left);
    }

    [Fact]
    public void Who_is_preempted_goes_on_with_its_turn()
    {
        Share first = Give(10, 100);
        Share second = Give(10, 100);
        Share urgent = Give(20);
        Counter counter = new(0, 0);
        _naive.Take(urgent.Worker, counter, 1040, false);
        _naive.Advance(50);
        Assert.Same(urgent, _naive.Payer(0));
        Assert.Equal(0ul, urgent.Worker.Taken);
        _naive.Take(urgent.Worker, counter, Worker.Never, false);
        Assert.Equal((first, 60ul), (_naive.Payer(0)!, first.Left));
        _naive.Advance(60);
        Assert.Same(second, _naive.Payer(0));
    }

    [Fact]
    public void Who_yields_keeps_the_rest_of_its_turn()
    {
        Share first = Give(10, 100);
        Share second = Give(10, 100);
        _naive.Advance(30);
        _naive.Yield(0);
        Assert.Same(second, _naive.Payer(0));
        _naive.Advance(100);
        Assert.Equal((first, 70ul), (_naive.Payer(0)!, first.Left));
    }

    [Fact]
    public void A_period_fills_the_budget_up_and_its_owner_is_last_in_line()
    {
        Share limited = Give(10, 40, 100);
        Share other = Give(10);
        _naive.Advance(40);
        Assert.True(limited.IsUsedUp);
        Assert.Same(other, _naive.Payer(0));
        _naive.Advance(59);
        Assert.True(limited.IsUsedUp);
        _naive.Advance(1);
        Assert.Equal(40ul, limited.Left);
        Assert.Same(other, _naive.Payer(0));
        _naive.Yield(0);
        Assert.Same(limited, _naive.Payer(0));
    }

    [Fact]
    public void A_budget_that_ends_where_its_period_begins_is_not_used_up()
    {
        Share limited = Give(10, 100, 100);
        Give(10);
        _naive.Advance(1000);
        Assert.Equal(1000ul, limited.Consumed);
    }

    [Fact]
    public void A_raise_wakes_the_longest_waiter_or_counts()
    {
        Share first = Give(10);
        Share second = Give(5);
        Counter counter = new(0, 0);
        _naive.Take(first.Worker, counter, Worker.Never, false);
        _naive.Take(second.Worker, counter, Worker.Never, false);
        Assert.Null(_naive.Payer(0));
        _naive.Raise(counter);
        Assert.Same(first, _naive.Payer(0));
        _naive.Raise(counter);
        _naive.Raise(counter);
        Assert.Equal(1ul, counter.Count);
        _naive.Take(first.Worker, counter, 0, true);
        Assert.Equal((1ul, 0ul), (first.Worker.Taken, counter.Count));
    }

    [Fact]
    public void Windows_follow_each_other_and_a_switch_waits_for_the_frame()
    {
        AddWindows(0, 300, 200);
        AddWindows(1, 500, 0);
        _naive.Switch(0, null);
        Share own = Give(10, partition: 1);
        Share background = Give(10);
        Share[] seen = [.. Enumerable.Range(0, 6).Select(_ => AfterTicks(100))];
        Assert.Equal([own, own, background, background, own, own], seen);
        _naive.Switch(1, null);
        Assert.Equal(2000ul, _naive.Frames.Coming!.Ticks);
        _naive.Advance(399);
        Assert.Equal(0, _naive.Frames.Current!.Schedule);
        _naive.Advance(1);
        Assert.Equal((1, 2000ul), (_naive.Frames.Current!.Schedule, _naive.Frames.Current.Ticks));
    }

    [Fact]
    public void In_an_exclusive_window_the_background_does_not_run()
    {
        _naive.AddWindow(0, new Window(0, 1, 300, true));
        _naive.AddWindow(0, new Window(1, 0, 300, false));
        _naive.Switch(0, null);
        Share background = Give(200);
        _naive.Advance(300);
        Assert.Equal((0ul, 300ul), (background.Consumed, _naive.IdleOf(0)));
    }

    [Fact]
    public void The_kernel_is_free_only_where_the_rules_say_so()
    {
        Share alone = Give(10, 100);
        _naive.Advance(50);
        Assert.False(_naive.BeginTurn(alone, 80));
        _naive.Advance(100);
        Assert.False(_naive.BeginTurn(alone, 49));
        Assert.True(_naive.BeginTurn(alone, 60));
        Share other = Give(10, 100);
        Assert.False(_naive.Arrange([other, alone]));
        Assert.True(_naive.Arrange([alone, other]));
    }

    private Share AfterTicks(ulong ticks)
    {
        _naive.Advance(ticks);
        return _naive.Payer(0)!;
    }

    private void AddWindows(int schedule, ulong own, ulong background)
    {
        for (int cpu = 0; cpu < 2; cpu++)
        {
            _naive.AddWindow(schedule, new Window(cpu, 1, own, false));
            if (background != 0) _naive.AddWindow(schedule, new Window(cpu, 0, background, false));
        }
    }

    private Share Give(int priority, ulong budget = 0, ulong period = 0, int partition = 0) =>
        _naive.AddShare(
            _naive.AddWorker(0), new ShareTerms(priority, budget, period, partition));
}
