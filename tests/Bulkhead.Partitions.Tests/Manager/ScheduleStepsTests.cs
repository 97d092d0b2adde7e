// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>Whoever switches is interrupted by everybody else, at each step.</summary>
[Collection(FakeScheduleKernel.Name)]
public sealed class ScheduleStepsTests
{
    private ScheduleControl<FakeScheduleKernel> _control;

    /// <summary>Between any two steps of one anybody else may do anything, several deep: no
    /// schedule that restarts somebody begins but after its changeover, none of these ends before
    /// its work is done, and a last wish that nobody crosses is where it ends.</summary>
    [Fact]
    public void StepsOfAll_InAnyOrder()
    {
        for (int run = 0; run < 3000; run++)
        {
            var random = new Random(run);
            FakeScheduleKernel.Reset();
            _control = default;
            var view = new ImageView(FakeScheduleKernel.Image());
            _control.Initialize(SchedulePlan.Of(in view), FakeScheduleKernel.Begun);
            var others = new Others(this, random);
            FakeScheduleKernel.Ending = others.CheckEnd;
            for (int step = 0; step < 20; step++) others.Act(true);
            uint last = (uint)random.Next(2);
            others.MayAsk = false;
            InterruptBy(others.Interrupt);
            Assert.True(Request(last).IsSuccess);
            InterruptBy(null);
            for (int step = 0; step < 8; step++)
            {
                FakeScheduleKernel.EndFrame();
                others.Work();
            }
            Assert.Equal((last, last, false), Status());
        }
    }

    /// <summary>Whoever runs while one is stopped.</summary>
    private sealed class Others(ScheduleStepsTests tests, Random random)
    {
        private const int DepthMax = 3;

        private int _depth;
        private bool _isWorking;
        private ulong _done;

        public bool MayAsk { get; set; } = true;

        // The changeover of schedule 0 or 1 is 2 or 3.
        public void CheckEnd()
        {
            uint now = FakeScheduleKernel.Now;
            if (now >= 2) Assert.Equal(FakeScheduleKernel.Instance, _done);
            else Assert.True(FakeScheduleKernel.Planned >= 2);
        }

        public void Interrupt()
        {
            if (_depth < DepthMax && random.Next(6) == 0) Act(false);
        }

        public void Act(bool isOutside)
        {
            _depth++;
            if (isOutside) InterruptBy(Interrupt);
            int what = random.Next(3);
            if (what == 0) FakeScheduleKernel.EndFrame();
            else if (what == 1) Work();
            else if (MayAsk) tests.Request((uint)random.Next(2));
            if (isOutside) InterruptBy(null);
            _depth--;
        }

        // There is one steward.
        public void Work()
        {
            if (_isWorking) return;
            _isWorking = true;
            while (FakeScheduleKernel.RaisedCount > 0)
            {
                FakeScheduleKernel.RaisedCount = 0;
                if (!tests._control.Begin(out uint schedule)) continue;
                Interrupt();
                _done = FakeScheduleKernel.Instance;
                tests._control.Leave(schedule);
            }
            _isWorking = false;
        }
    }

    private static void InterruptBy(Action? others) =>
        (FakeScheduleKernel.AfterRead, FakeScheduleKernel.BeforeEverySwitch) = (others, others);

    private ResultCode Request(uint schedule) => _control.Request(schedule, 1, 1);

    private (uint Current, uint Next, bool IsRestarting) Status()
    {
        bool isRestarting = _control.Read(out uint current, out uint next, out _);
        return (current, next, isRestarting);
    }
}
