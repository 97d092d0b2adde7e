// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Programs;

/// <content>Windows of major frames.</content>
internal sealed partial class ManagerProgram
{
    // A schedule of a few windows, and the switch to it, now and then by several who ask for it.
    private void AddSchedule()
    {
        ulong schedule = (ulong)_random.Below(Limits.SchedulesMax);
        int windows = Math.Min(5, Limits.FrameWindowsMax / _shape.CpuCount);
        for (int count = _random.Range(1, windows + 1); count > 0; count--)
        {
            EventWords x = default;
            HypercallArguments.FillWindow(ref _random, ref x);
            AddWindows(schedule, ref x);
        }
        for (int count = _random.Range(1, 4); count > 0; count--)
        {
            ulong semaphore =
                _semaphoreCount == 0 ? 0 : _semaphores[_random.Below(_semaphoreCount)];
            _script.Add(
                Hypercall.SwitchSchedule, Selectors.System, schedule,
                _random.OneIn(2) ? 0 : semaphore);
        }
    }

    // The frames of all CPUs are equally long.
    private void AddWindows(ulong schedule, ref EventWords x)
    {
        for (ulong cpu = 0; cpu < (ulong)_shape.CpuCount; cpu++)
        {
            EventWords other = x;
            if (cpu != 0)
            {
                HypercallArguments.FillWindow(ref _random, ref other);
                other[4] = x[4];
            }
            _script.Add(
                Hypercall.AddWindow, Selectors.System, schedule, cpu, other[3], other[4],
                other[5]);
        }
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
