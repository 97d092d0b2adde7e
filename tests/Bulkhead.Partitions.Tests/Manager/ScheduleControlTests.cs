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
        Assert.True(_control.Request(1).IsSuccess);
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
        _control.Request(1);
        _control.Request(0);
        FakeKernel.EndFrame();
        Assert.Equal((0u, 0), (FakeKernel.Now, FakeKernel.RaisedCount));
    }

    [Fact]
    public void WishInTheChangeover_WaitsForIt()
    {
        _control.Request(1);
        FakeKernel.EndFrame();
        Assert.True(_control.Request(0).IsSuccess);
        Assert.Equal((1u, 0u, true), Status());
        Assert.True(_control.Begin(out uint schedule));
        _control.Request(0);
        FakeKernel.EndFrame();
        Assert.Equal(3u, FakeKernel.Now);
        _control.Leave(schedule);
        FakeKernel.EndFrame();
        Assert.Equal((2u, 2), (FakeKernel.Now, FakeKernel.RaisedCount));
    }

    [Fact]
    public void WishAfterTheWork_IsPlannedAtOnce()
    {
        _control.Request(1);
        FakeKernel.EndFrame();
        _control.Begin(out uint schedule);
        _control.Leave(schedule);
        _control.Request(0);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    [Theory]
    [InlineData(2u)]
    [InlineData(uint.MaxValue)]
    public void UnknownSchedule_IsRefused(uint schedule)
    {
        Assert.Equal(Reason.BadSchedule, _control.Request(schedule).Reason);
        FakeKernel.EndFrame();
        Assert.Equal(0u, FakeKernel.Now);
    }

    [Fact]
    public void WithoutSchedules_NothingIsSwitched()
    {
        FakeKernel.Reset(hasSchedule: false);
        Assert.Equal(Reason.BadSchedule, _control.Request(1).Reason);
        Assert.Equal((uint.MaxValue, uint.MaxValue, false), Status());
    }

    /// <summary>Who asks is stopped between reading the schedule and planning, and the frame ends
    /// there: the wish must not end the changeover before everybody is new.</summary>
    [Fact]
    public void WishThatCrossesTheBeginning_WaitsToo()
    {
        _control.Request(1);
        FakeKernel.BeforeSwitch = FakeKernel.EndFrame;
        _control.Request(0);
        Assert.Equal((3u, 1ul), (FakeKernel.Now, FakeKernel.Next));
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
        _control.Request(1);
        uint restarted = 9;
        FakeKernel.BeforeSwitch = () =>
        {
            FakeKernel.EndFrame();
            Assert.True(_control.Begin(out restarted));
        };
        _control.Request(0);
        Assert.Equal((3u, 4ul), (FakeKernel.Now, FakeKernel.Next));
        _control.Leave(restarted);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
    }

    /// <summary>The steward leaves while a wish is being put off.</summary>
    [Fact]
    public void WishThatCrossesTheLeaving_IsKept()
    {
        _control.Request(1);
        FakeKernel.EndFrame();
        _control.Begin(out uint schedule);
        FakeKernel.BeforeSwitch = () => _control.Request(0);
        _control.Leave(schedule);
        FakeKernel.EndFrame();
        Assert.Equal(2u, FakeKernel.Now);
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
                    _control.Request(wish);
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

    private void SwitchTo(uint schedule)
    {
        _control.Request(schedule);
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

    /// <summary>The kernel's part: one schedule in use, one planned.</summary>
    private struct FakeKernel : IScheduleKernel
    {
        private static uint s_current;
        private static uint s_next;
        private static uint s_semaphore;
        private static ulong s_frames;

        public static ulong BeginTicks { get; private set; }

        public static ulong Current => s_current;

        public static ulong Next => s_next;

        public static uint Now => s_current - 1;

        public static int RaisedCount { get; set; }

        public static Action? BeforeSwitch { get; set; }

        public static void Reset(bool hasSchedule = true)
        {
            s_current = s_next = hasSchedule ? 1u : 0;
            (s_semaphore, s_frames, BeginTicks) = (0, 1, 1);
            (RaisedCount, BeforeSwitch) = (0, null);
        }

        public static ResultCode Switch(uint schedule, uint semaphore)
        {
            Action? before = BeforeSwitch;
            BeforeSwitch = null;
            before?.Invoke();
            (s_next, s_semaphore) = (schedule + 1, semaphore);
            return ResultCode.Success;
        }

        public static void EndFrame()
        {
            s_frames++;
            if (s_current != s_next) BeginTicks = s_frames;
            s_current = s_next;
            if (s_semaphore == Begun) RaisedCount++;
            s_semaphore = 0;
        }
    }
}
