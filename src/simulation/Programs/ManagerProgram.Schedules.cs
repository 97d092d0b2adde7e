// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Programs;

/// <content>Windows of major frames.</content>
internal sealed partial class ManagerProgram
{
    // A schedule of a few windows, and the switch to it.
    private void AddSchedule()
    {
        ulong schedule = (ulong)_random.Below(Limits.SchedulesMax);
        for (int count = _random.Range(1, 6); count > 0; count--)
        {
            EventWords x = default;
            HypercallArguments.FillWindow(ref _random, ref x);
            _script.Add(
                Hypercall.AddWindow, Selectors.System, schedule, 0, x[3], x[4], x[5]);
        }
        ulong semaphore =
            _semaphoreCount == 0 ? 0 : _semaphores[_random.Below(_semaphoreCount)];
        _script.Add(
            Hypercall.SwitchSchedule, Selectors.System, schedule,
            _random.OneIn(2) ? 0 : semaphore);
    }

    // More windows than a schedule has room for.
    private void FillSchedule()
    {
        ulong schedule = (ulong)_random.Below(Limits.SchedulesMax);
        for (int count = 0; count < Limits.FrameWindowsMax + 2; count++)
        {
            EventWords x = default;
            HypercallArguments.FillWindow(ref _random, ref x);
            _script.Add(Hypercall.AddWindow, Selectors.System, schedule, 0, x[3], x[4], x[5]);
        }
    }
}
