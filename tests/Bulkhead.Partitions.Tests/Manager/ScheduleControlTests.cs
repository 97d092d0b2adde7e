// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>Switches under a model of the kernel. Schedules 0 and 1 restart somebody; their
/// changeovers are 2 and 3.</summary>
public sealed class ScheduleControlTests
{
    private const uint Begun = 77;
    private const uint Asker = 1;

    private ScheduleControl<FakeKernel> _control;

    public ScheduleControlTests()
    {
        FakeKernel.Reset();
        var view = new ImageView(Image());
        _control.Initialize(SchedulePlan.Of(in view), Begun);
    }

    [Fact]
    public void Switch_GoesThroughTheChangeover()
    {
        Assert.True(Request(1).IsSuccess);
        Assert.Equal((0u, 1u, false), Status());
        FakeKernel.EndFrame();
        Assert.Equal((3u, 1), (FakeKernel.Now, FakeKernel.RaisedCount));
        Assert.Equal((1u, 1u, true), Status());
        Assert.True(_control.Begin(out uint schedule));
        Assert.Equal(1u, schedule);
        FakeKernel.EndFrame();
        Assert.Equal(3u, FakeKernel.Now);
        _control.Leave(schedule);
        FakeKernel.EndFrame();
        Assert.Equal((1u, 1), (FakeKernel.Now, FakeKernel.RaisedCount));
        Assert.Equal((1u, 1u, false), Status());
    }

    [Fact]
    public void TimeOfTheSwitch_IsThatOfTheChangeover()
    {
        SwitchTo(1);
        _control.Read(out _, out _, out ulong ticks);
        Assert.True(ticks != 0 && ticks < FakeKernel.BeginTicks);
    }

    [Fact]
    public void LastWish_Counts()
    {
        Request(1);
        Request(0);
        FakeKernel.EndFrame();
        Assert.Equal((0u, 0), (FakeKernel.Now, FakeKernel.RaisedCount));
    }

    [Fact]
    public void WishInTheChangeover_WaitsForIt()
    {
        Request(1);
        FakeKernel.EndFrame();
        Assert.True(Request(0).IsSuccess);
        Assert.Equal((1u, 0u, true), Status());
        Assert.True(_control.Begin(out uint schedule));
        Request(0);
        FakeKernel.EndFrame();
        Assert.Equal(3u, FakeKernel.Now);
        _control.Leave(schedule);
        FakeKernel.EndFrame();
        Assert.Equal((2u, 2), (FakeKernel.Now, FakeKernel.RaisedCount));
    }

    [Fact]
    public void WishAfterTheWork_IsPlannedAtOnce()
    {
        Request(1);
        FakeKernel.EndFrame();
        _control.Begin(out uint schedule);
        _control.Leave(schedule);
        Request(0);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    [Theory]
    [InlineData(2u)]
    [InlineData(uint.MaxValue)]
    public void UnknownSchedule_IsRefused(uint schedule)
    {
        Assert.Equal(Reason.BadSchedule, Request(schedule).Reason);
        FakeKernel.EndFrame();
        Assert.Equal(0u, FakeKernel.Now);
    }

    [Fact]
    public void WithoutSchedules_NothingIsSwitched()
    {
        FakeKernel.Reset(hasSchedule: false);
        Assert.Equal(Reason.BadSchedule, Request(1).Reason);
        Assert.Equal((uint.MaxValue, uint.MaxValue, false), Status());
    }

    /// <summary>Who asks is stopped between reading the schedule and planning, and the frame ends
    /// there: the wish must not end the changeover before everybody is new.</summary>
    [Fact]
    public void WishThatCrossesTheBeginning_WaitsToo()
    {
        Request(1);
        FakeKernel.BeforeSwitch = FakeKernel.EndFrame;
        Request(0);
        Assert.Equal((3u, 4ul), (FakeKernel.Now, FakeKernel.Next));
        Assert.True(_control.Begin(out uint schedule));
        FakeKernel.EndFrame();
        Assert.Equal(3u, FakeKernel.Now);
        _control.Leave(schedule);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    /// <summary>The same, and the steward has begun when the wish is planned.</summary>
    [Fact]
    public void WishThatCrossesTheWork_IsPutOff()
    {
        Request(1);
        uint restarted = 9;
        FakeKernel.BeforeSwitch = () =>
        {
            FakeKernel.EndFrame();
            Assert.True(_control.Begin(out restarted));
        };
        Request(0);
        Assert.Equal((3u, 4ul), (FakeKernel.Now, FakeKernel.Next));
        _control.Leave(restarted);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    /// <summary>The steward leaves while a wish is being put off.</summary>
    [Fact]
    public void WishThatCrossesTheLeaving_IsKept()
    {
        Request(1);
        FakeKernel.EndFrame();
        _control.Begin(out uint schedule);
        FakeKernel.BeforeSwitch = () => Request(0);
        _control.Leave(schedule);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    /// <summary>Who takes a wish back is stopped before he plans, and meanwhile another schedule
    /// begins altogether: the one in which he asked must not begin again without its
    /// changeover.</summary>
    [Fact]
    public void WishThatCrossesAWholeSwitch_GoesThroughTheChangeover()
    {
        SwitchTo(1);
        FakeKernel.BeforeSwitch = () => SwitchTo(0);
        Assert.True(Request(1).IsSuccess);
        FakeKernel.EndFrame();
        Assert.Equal(3u, FakeKernel.Now);
    }

    /// <summary>Who asks is stopped right after he has planned under the steward's hands, and the
    /// frame ends: the changeover must not.</summary>
    [Fact]
    public void WishThatCrossesTheWork_DoesNotEndIt()
    {
        Request(1);
        uint restarted = 9;
        FakeKernel.BeforeSwitch = () =>
        {
            FakeKernel.EndFrame();
            Assert.True(_control.Begin(out restarted));
            FakeKernel.AfterSwitch = () =>
            {
                FakeKernel.EndFrame();
                Assert.Equal(3u, FakeKernel.Now);
            };
        };
        Request(0);
        FakeKernel.AfterSwitch = null;
        FakeKernel.EndFrame();
        Assert.Equal(3u, FakeKernel.Now);
        _control.Leave(restarted);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    /// <summary>The steward has closed the changeover and is stopped before it plans: who asks then
    /// plans himself, and the steward's own plan is too late.</summary>
    [Fact]
    public void WishAfterTheClosing_IsNotOverwritten()
    {
        Request(1);
        FakeKernel.EndFrame();
        _control.Begin(out uint schedule);
        FakeKernel.BeforeSwitch = () => Assert.True(Request(0).IsSuccess);
        Assert.Equal(Reason.ScheduleInUse, _control.Leave(schedule).Reason);
        Assert.Equal((1u, 0u, true), Status());
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    /// <summary>Server threads of two CPUs are asked at once: one of them looks again.</summary>
    [Fact]
    public void TwoWishesAtOnce_AreBothTaken()
    {
        FakeKernel.BeforeSwitch = () => Assert.True(Request(1).IsSuccess);
        Assert.True(Request(0).IsSuccess);
        FakeKernel.EndFrame();
        Assert.Equal((0u, 0), (FakeKernel.Now, FakeKernel.RaisedCount));
    }

    [Fact]
    public void SameWishTwice_RestartsOnce()
    {
        Request(1);
        Request(1);
        FakeKernel.EndFrame();
        Request(1);
        Assert.True(_control.Begin(out uint schedule));
        Request(1);
        _control.Leave(schedule);
        Request(1);
        FakeKernel.EndFrame();
        Assert.Equal((1u, 1), (FakeKernel.Now, FakeKernel.RaisedCount));
        Assert.Equal(1ul + 1, FakeKernel.Next);
    }

    /// <summary>A server thread whose caller was restarted goes on when somebody else calls it, at
    /// any time: the wish went with who had it.</summary>
    [Fact]
    public void WishOfWhoWasRestarted_GoesWithHim()
    {
        FakeKernel.BeforeSwitch = () =>
        {
            SwitchTo(1);
            Assert.Equal(2u, _control.CountStart(Asker));
        };
        Assert.Equal(Abi.Status.Aborted, Request(0).Status);
        FakeKernel.EndFrame();
        Assert.Equal(1u, FakeKernel.Now);
        Assert.True(Request(0, 2).IsSuccess);
    }

    /// <summary>Somebody always wins, and nobody tries for ever.</summary>
    [Fact]
    public void WishThatIsAlwaysCrossed_IsRefused()
    {
        FakeKernel.BeforeEverySwitch = () => FakeKernel.Next = (FakeKernel.Planned ^ 3u) + 1;
        Assert.Equal(Reason.ScheduleInUse, Request(1).Reason);
    }

    [Fact]
    public void SpuriousWake_RestartsNobody()
    {
        Assert.False(_control.Begin(out _));
        SwitchTo(1);
        Assert.False(_control.Begin(out _));
        FakeKernel.EndFrame();
        Assert.Equal(1u, FakeKernel.Now);
    }

    /// <summary>Wishes at random moments: every changeover that is left was worked through, and the
    /// last wish is where it ends.</summary>
    [Fact]
    public void Wishes_AtAnyMoment_EndAtTheLast()
    {
        var random = new Random(653);
        for (int run = 0; run < 2000; run++)
        {
            FakeKernel.Reset();
            _control = default;
            var view = new ImageView(Image());
            _control.Initialize(SchedulePlan.Of(in view), Begun);
            uint last = 0;
            for (int step = 0; step < 30; step++)
            {
                uint wish = (uint)random.Next(2);
                if (random.Next(3) != 0)
                {
                    last = wish;
                    if (random.Next(4) == 0) FakeKernel.BeforeSwitch = FakeKernel.EndFrame;
                    Request(wish);
                }
                if (random.Next(2) == 0) FakeKernel.EndFrame();
                Work(random);
            }
            for (int step = 0; step < 8; step++)
            {
                FakeKernel.EndFrame();
                Work(null);
            }
            Assert.Equal((last, last, false), Status());
        }
    }

    /// <summary>Between any two steps of one anybody else may do anything, several deep: no
    /// schedule that restarts somebody begins but after its changeover, none of these ends before
    /// its work is done, and a last wish that nobody crosses is where it ends.</summary>
    [Fact]
    public void StepsOfAll_InAnyOrder()
    {
        for (int run = 0; run < 3000; run++)
        {
            var random = new Random(run);
            FakeKernel.Reset();
            _control = default;
            var view = new ImageView(Image());
            _control.Initialize(SchedulePlan.Of(in view), Begun);
            var others = new Others(this, random);
            FakeKernel.Ending = others.CheckEnd;
            for (int step = 0; step < 20; step++) others.Act(true);
            uint last = (uint)random.Next(2);
            others.MayAsk = false;
            FakeKernel.AfterRead = FakeKernel.BeforeEverySwitch = others.Interrupt;
            Assert.True(Request(last).IsSuccess);
            FakeKernel.AfterRead = FakeKernel.BeforeEverySwitch = null;
            for (int step = 0; step < 8; step++)
            {
                FakeKernel.EndFrame();
                others.Work();
            }
            Assert.Equal((last, last, false), Status());
        }
    }

    /// <summary>Whoever runs while one is stopped.</summary>
    private sealed class Others(ScheduleControlTests tests, Random random)
    {
        private const int DepthMax = 3;

        private int _depth;
        private bool _isWorking;
        private ulong _done;

        public bool MayAsk { get; set; } = true;

        // The changeover of schedule 0 or 1 is 2 or 3.
        public void CheckEnd()
        {
            uint now = FakeKernel.Now;
            if (now >= 2) Assert.Equal(FakeKernel.Instance, _done);
            else Assert.True(FakeKernel.Planned >= 2);
        }

        public void Interrupt()
        {
            if (_depth < DepthMax && random.Next(6) == 0) Act(false);
        }

        public void Act(bool isOutside)
        {
            _depth++;
            if (isOutside) FakeKernel.AfterRead = FakeKernel.BeforeEverySwitch = Interrupt;
            int what = random.Next(3);
            if (what == 0) FakeKernel.EndFrame();
            else if (what == 1) Work();
            else if (MayAsk) tests.Request((uint)random.Next(2));
            if (isOutside) FakeKernel.AfterRead = FakeKernel.BeforeEverySwitch = null;
            _depth--;
        }

        // There is one steward.
        public void Work()
        {
            if (_isWorking) return;
            _isWorking = true;
            while (FakeKernel.RaisedCount > 0)
            {
                FakeKernel.RaisedCount = 0;
                if (!tests._control.Begin(out uint schedule)) continue;
                Interrupt();
                _done = FakeKernel.Instance;
                tests._control.Leave(schedule);
            }
            _isWorking = false;
        }
    }

    private void Work(Random? random)
    {
        while (FakeKernel.RaisedCount > 0)
        {
            FakeKernel.RaisedCount = 0;
            if (!_control.Begin(out uint schedule)) continue;
            if (random?.Next(2) == 0)
            {
                FakeKernel.EndFrame();
                Assert.Equal(schedule + 2, FakeKernel.Now);
            }
            _control.Leave(schedule);
        }
    }

    private static byte[] Image()
    {
        var image = new TestImage();
        for (int schedule = 0; schedule < 2; schedule++)
            TestImage.Change(image.Partitions, 1, (ref PartitionRecord record) =>
                record.ScheduleActions[schedule] = ScheduleChangeAction.ColdStart);
        return image.ToBytes();
    }

    private ResultCode Request(uint schedule, uint start = 1) =>
        _control.Request(schedule, Asker, start);

    private void SwitchTo(uint schedule)
    {
        Request(schedule);
        FakeKernel.EndFrame();
        Assert.True(_control.Begin(out uint begun));
        FakeKernel.EndFrame();
        _control.Leave(begun);
        FakeKernel.EndFrame();
    }

    private (uint Current, uint Next, bool IsRestarting) Status()
    {
        bool isRestarting = _control.Read(out uint current, out uint next, out _);
        return (current, next, isRestarting);
    }

    /// <summary>The kernel's part: one schedule in use, one planned. Others run wherever it is
    /// asked.</summary>
    private struct FakeKernel : IScheduleKernel
    {
        private static uint s_current;
        private static uint s_next;
        private static uint s_semaphore;
        private static ulong s_frames;
        private static ulong s_begin;

        public static ulong BeginTicks => Touch(s_begin);

        public static ulong Current => Touch(s_current);

        public static ulong Next
        {
            get => Touch(s_next);
            set => s_next = (uint)value;
        }

        public static uint Now => s_current - 1;

        public static int RaisedCount { get; set; }

        public static Action? BeforeSwitch { get; set; }

        public static Action? AfterSwitch { get; set; }

        public static Action? BeforeEverySwitch { get; set; }

        public static Action? AfterRead { get; set; }

        public static Action? Ending { get; set; }

        public static void Reset(bool hasSchedule = true)
        {
            s_current = s_next = hasSchedule ? 1u : 0;
            (s_semaphore, s_frames, s_begin, RaisedCount) = (0, 1, 1, 0);
            (BeforeSwitch, AfterSwitch, BeforeEverySwitch) = (null, null, null);
            (AfterRead, Ending) = (null, null);
        }

        public static ResultCode Switch(uint schedule, uint semaphore, in ScheduleMoment seen)
        {
            ScheduleMoment expected = seen;
            Action? before = BeforeSwitch;
            BeforeSwitch = null;
            before?.Invoke();
            BeforeEverySwitch?.Invoke();
            if (expected.BeginTicks != s_begin || expected.Next != s_next)
            {
                return new ResultCode(Abi.Status.Busy, Reason.ScheduleInUse);
            }
            (s_next, s_semaphore) = (schedule + 1, semaphore);
            Action? after = AfterSwitch;
            AfterSwitch = null;
            after?.Invoke();
            return ResultCode.Success;
        }

        public static void EndFrame()
        {
            s_frames++;
            if (s_current != s_next)
            {
                Ending?.Invoke();
                s_begin = s_frames;
            }
            s_current = s_next;
            if (s_semaphore == Begun) RaisedCount++;
            s_semaphore = 0;
        }

        public static uint Planned => s_next - 1;

        public static ulong Instance => s_begin;

        private static ulong Touch(ulong value)
        {
            AfterRead?.Invoke();
            return value;
        }
    }
}
