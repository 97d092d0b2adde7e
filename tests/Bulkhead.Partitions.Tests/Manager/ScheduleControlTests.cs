// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>Switches under a model of the kernel. Schedules 0 and 1 restart somebody; their
/// changeovers are 2 and 3.</summary>
[Collection(FakeScheduleKernel.Name)]
public sealed class ScheduleControlTests
{
    private const uint Begun = FakeScheduleKernel.Begun;
    private const uint Asker = 1;

    private ScheduleControl<FakeScheduleKernel> _control;

    public ScheduleControlTests()
    {
        FakeScheduleKernel.Reset();
        var view = new ImageView(FakeScheduleKernel.Image());
        _control.Initialize(SchedulePlan.Of(in view), Begun);
    }

    [Fact]
    public void Switch_GoesThroughTheChangeover()
    {
        Assert.True(Request(1).IsSuccess);
        Assert.Equal((0u, 1u, false), Status());
        FakeScheduleKernel.EndFrame();
        Assert.Equal((3u, 1), (FakeScheduleKernel.Now, FakeScheduleKernel.RaisedCount));
        Assert.Equal((1u, 1u, true), Status());
        Assert.True(_control.Begin(out uint schedule));
        Assert.Equal(1u, schedule);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(3u, FakeScheduleKernel.Now);
        _control.Leave(schedule);
        FakeScheduleKernel.EndFrame();
        Assert.Equal((1u, 1), (FakeScheduleKernel.Now, FakeScheduleKernel.RaisedCount));
        Assert.Equal((1u, 1u, false), Status());
    }

    [Fact]
    public void TimeOfTheSwitch_IsThatOfTheChangeover()
    {
        SwitchTo(1);
        _control.Read(out _, out _, out ulong ticks);
        Assert.True(ticks != 0 && ticks < FakeScheduleKernel.BeginTicks);
    }

    [Fact]
    public void LastWish_Counts()
    {
        Request(1);
        Request(0);
        FakeScheduleKernel.EndFrame();
        Assert.Equal((0u, 0), (FakeScheduleKernel.Now, FakeScheduleKernel.RaisedCount));
    }

    [Fact]
    public void WishInTheChangeover_WaitsForIt()
    {
        Request(1);
        FakeScheduleKernel.EndFrame();
        Assert.True(Request(0).IsSuccess);
        Assert.Equal((1u, 0u, true), Status());
        Assert.True(_control.Begin(out uint schedule));
        Request(0);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(3u, FakeScheduleKernel.Now);
        _control.Leave(schedule);
        FakeScheduleKernel.EndFrame();
        Assert.Equal((2u, 2), (FakeScheduleKernel.Now, FakeScheduleKernel.RaisedCount));
    }

    [Fact]
    public void WishAfterTheWork_IsPlannedAtOnce()
    {
        Request(1);
        FakeScheduleKernel.EndFrame();
        _control.Begin(out uint schedule);
        _control.Leave(schedule);
        Request(0);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(2u, FakeScheduleKernel.Now);
    }

    [Theory]
    [InlineData(2u)]
    [InlineData(uint.MaxValue)]
    public void UnknownSchedule_IsRefused(uint schedule)
    {
        Assert.Equal(Reason.BadSchedule, Request(schedule).Reason);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(0u, FakeScheduleKernel.Now);
    }

    [Fact]
    public void WithoutSchedules_NothingIsSwitched()
    {
        FakeScheduleKernel.Reset(hasSchedule: false);
        Assert.Equal(Reason.BadSchedule, Request(1).Reason);
        Assert.Equal((uint.MaxValue, uint.MaxValue, false), Status());
    }

    /// <summary>Who asks is stopped between reading the schedule and planning, and the frame ends
    /// there: the wish must not end the changeover before everybody is new.</summary>
    [Fact]
    public void WishThatCrossesTheBeginning_WaitsToo()
    {
        Request(1);
        FakeScheduleKernel.BeforeSwitch = FakeScheduleKernel.EndFrame;
        Request(0);
        Assert.Equal((3u, 4ul), (FakeScheduleKernel.Now, FakeScheduleKernel.Next));
        Assert.True(_control.Begin(out uint schedule));
        FakeScheduleKernel.EndFrame();
        Assert.Equal(3u, FakeScheduleKernel.Now);
        _control.Leave(schedule);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(2u, FakeScheduleKernel.Now);
    }

    /// <summary>The same, and the steward has begun when the wish is planned.</summary>
    [Fact]
    public void WishThatCrossesTheWork_IsPutOff()
    {
        Request(1);
        uint restarted = 9;
        FakeScheduleKernel.BeforeSwitch = () =>
        {
            FakeScheduleKernel.EndFrame();
            Assert.True(_control.Begin(out restarted));
        };
        Request(0);
        Assert.Equal((3u, 4ul), (FakeScheduleKernel.Now, FakeScheduleKernel.Next));
        _control.Leave(restarted);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(2u, FakeScheduleKernel.Now);
    }

    /// <summary>The steward leaves while a wish is being put off.</summary>
    [Fact]
    public void WishThatCrossesTheLeaving_IsKept()
    {
        Request(1);
        FakeScheduleKernel.EndFrame();
        _control.Begin(out uint schedule);
        FakeScheduleKernel.BeforeSwitch = () => Request(0);
        _control.Leave(schedule);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(2u, FakeScheduleKernel.Now);
    }

    /// <summary>Who takes a wish back is stopped before he plans, and meanwhile another schedule
    /// begins altogether: the one in which he asked must not begin again without its
    /// changeover.</summary>
    [Fact]
    public void WishThatCrossesAWholeSwitch_GoesThroughTheChangeover()
    {
        SwitchTo(1);
        FakeScheduleKernel.BeforeSwitch = () => SwitchTo(0);
        Assert.True(Request(1).IsSuccess);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(3u, FakeScheduleKernel.Now);
    }

    /// <summary>Who asks is stopped right after he has planned under the steward's hands, and the
    /// frame ends: the changeover must not.</summary>
    [Fact]
    public void WishThatCrossesTheWork_DoesNotEndIt()
    {
        Request(1);
        uint restarted = 9;
        FakeScheduleKernel.BeforeSwitch = () =>
        {
            FakeScheduleKernel.EndFrame();
            Assert.True(_control.Begin(out restarted));
            FakeScheduleKernel.AfterSwitch = () =>
            {
                FakeScheduleKernel.EndFrame();
                Assert.Equal(3u, FakeScheduleKernel.Now);
            };
        };
        Request(0);
        FakeScheduleKernel.AfterSwitch = null;
        FakeScheduleKernel.EndFrame();
        Assert.Equal(3u, FakeScheduleKernel.Now);
        _control.Leave(restarted);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(2u, FakeScheduleKernel.Now);
    }

    /// <summary>The steward has closed the changeover and is stopped before it plans: who asks then
    /// plans himself, and the steward's own plan is too late.</summary>
    [Fact]
    public void WishAfterTheClosing_IsNotOverwritten()
    {
        Request(1);
        FakeScheduleKernel.EndFrame();
        _control.Begin(out uint schedule);
        FakeScheduleKernel.BeforeSwitch = () => Assert.True(Request(0).IsSuccess);
        Assert.Equal(Reason.ScheduleInUse, _control.Leave(schedule).Reason);
        Assert.Equal((1u, 0u, true), Status());
        FakeScheduleKernel.EndFrame();
        Assert.Equal(2u, FakeScheduleKernel.Now);
    }

    /// <summary>Server threads of two CPUs are asked at once: one of them looks again.</summary>
    [Fact]
    public void TwoWishesAtOnce_AreBothTaken()
    {
        FakeScheduleKernel.BeforeSwitch = () => Assert.True(Request(1).IsSuccess);
        Assert.True(Request(0).IsSuccess);
        FakeScheduleKernel.EndFrame();
        Assert.Equal((0u, 0), (FakeScheduleKernel.Now, FakeScheduleKernel.RaisedCount));
    }

    [Fact]
    public void SameWishTwice_RestartsOnce()
    {
        Request(1);
        Request(1);
        FakeScheduleKernel.EndFrame();
        Request(1);
        Assert.True(_control.Begin(out uint schedule));
        Request(1);
        _control.Leave(schedule);
        Request(1);
        FakeScheduleKernel.EndFrame();
        Assert.Equal((1u, 1), (FakeScheduleKernel.Now, FakeScheduleKernel.RaisedCount));
        Assert.Equal(1ul + 1, FakeScheduleKernel.Next);
    }

    /// <summary>A server thread whose caller was restarted goes on when somebody else calls it, at
    /// any time: the wish went with who had it.</summary>
    [Fact]
    public void WishOfWhoWasRestarted_GoesWithHim()
    {
        FakeScheduleKernel.BeforeSwitch = () =>
        {
            SwitchTo(1);
            Assert.Equal(2u, _control.CountStart(Asker));
        };
        Assert.Equal(Abi.Status.Aborted, Request(0).Status);
        FakeScheduleKernel.EndFrame();
        Assert.Equal(1u, FakeScheduleKernel.Now);
        Assert.True(Request(0, 2).IsSuccess);
    }

    /// <summary>Somebody always wins, and nobody tries for ever.</summary>
    [Fact]
    public void WishThatIsAlwaysCrossed_IsRefused()
    {
        FakeScheduleKernel.BeforeEverySwitch = () =>
            FakeScheduleKernel.Next = (FakeScheduleKernel.Planned ^ 3u) + 1;
        Assert.Equal(Reason.ScheduleInUse, Request(1).Reason);
    }

    [Fact]
    public void SpuriousWake_RestartsNobody()
    {
        Assert.False(_control.Begin(out _));
        SwitchTo(1);
        Assert.False(_control.Begin(out _));
        FakeScheduleKernel.EndFrame();
        Assert.Equal(1u, FakeScheduleKernel.Now);
    }

    /// <summary>Wishes at random moments: every changeover that is left was worked through, and the
    /// last wish is where it ends.</summary>
    [Fact]
    public void Wishes_AtAnyMoment_EndAtTheLast()
    {
        var random = new Random(653);
        for (int run = 0; run < 2000; run++)
        {
            FakeScheduleKernel.Reset();
            _control = default;
            var view = new ImageView(FakeScheduleKernel.Image());
            _control.Initialize(SchedulePlan.Of(in view), Begun);
            uint last = 0;
            for (int step = 0; step < 30; step++)
            {
                uint wish = (uint)random.Next(2);
                if (random.Next(3) != 0)
                {
                    last = wish;
                    if (random.Next(4) == 0)
                        FakeScheduleKernel.BeforeSwitch = FakeScheduleKernel.EndFrame;
                    Request(wish);
                }
                if (random.Next(2) == 0) FakeScheduleKernel.EndFrame();
                Work(random);
            }
            for (int step = 0; step < 8; step++)
            {
                FakeScheduleKernel.EndFrame();
                Work(null);
            }
            Assert.Equal((last, last, false), Status());
        }
    }

    private void Work(Random? random)
    {
        while (FakeScheduleKernel.RaisedCount > 0)
        {
            FakeScheduleKernel.RaisedCount = 0;
            if (!_control.Begin(out uint schedule)) continue;
            if (random?.Next(2) == 0)
            {
                FakeScheduleKernel.EndFrame();
                Assert.Equal(schedule + 2, FakeScheduleKernel.Now);
            }
            _control.Leave(schedule);
        }
    }

    private ResultCode Request(uint schedule, uint start = 1) =>
        _control.Request(schedule, Asker, start);

    private void SwitchTo(uint schedule)
    {
        Request(schedule);
        FakeScheduleKernel.EndFrame();
        Assert.True(_control.Begin(out uint begun));
        FakeScheduleKernel.EndFrame();
        _control.Leave(begun);
        FakeScheduleKernel.EndFrame();
    }

    private (uint Current, uint Next, bool IsRestarting) Status()
    {
        bool isRestarting = _control.Read(out uint current, out uint next, out _);
        return (current, next, isRestarting);
    }
}
