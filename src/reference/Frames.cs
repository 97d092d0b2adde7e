// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>Which window is open: found anew whenever somebody asks, from when the schedule came
/// into use and how long its windows are.</summary>
public sealed class Frames(int scheduleCount)
{
    private readonly List<Window>[] _schedules =
        [.. Enumerable.Range(0, scheduleCount).Select(_ => new List<Window>())];

    /// <summary>The schedule in use; null: none yet.</summary>
    public Change? Current { get; internal set; }

    /// <summary>What follows at the end of the frame; null: the same again.</summary>
    public Change? Coming { get; internal set; }

    /// <summary>The windows of a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>In the order in which they were added.</returns>
    public IReadOnlyList<Window> WindowsOf(int schedule) => _schedules[schedule];

    /// <summary>Whether a schedule must not be changed.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>Whether it is in use, or about to be.</returns>
    public bool IsUsed(int schedule) =>
        schedule == Current?.Schedule || schedule == Coming?.Schedule;

    /// <summary>Whether a window of some schedule is a time partition's.</summary>
    /// <param name="cpu">The window's CPU.</param>
    /// <param name="partition">The time partition.</param>
    /// <returns>Whether there is one.</returns>
    public bool Names(int cpu, int partition) => _schedules.Any(
        windows => windows.Any(window => window.Cpu == cpu && window.Partition == partition));

    /// <summary>Whether a schedule has frames on each CPU, all of one length.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="cpuCount">CPUs.</param>
    /// <returns>Whether it can be used.</returns>
    public bool IsWhole(int schedule, int cpuCount)
    {
        for (int cpu = 0; cpu < cpuCount; cpu++)
        {
            ulong length = LengthOf(schedule, cpu);
            if (length == 0 || length != LengthOf(schedule, 0)) return false;
        }
        return true;
    }

    /// <summary>The window that is open.</summary>
    /// <param name="cpu">On which CPU.</param>
    /// <param name="now">When.</param>
    /// <returns>The window; without a schedule one of the background without an end.</returns>
    public Window Open(int cpu, ulong now) => Find(cpu, now).Window;

    /// <summary>When the open window ends.</summary>
    /// <param name="cpu">On which CPU.</param>
    /// <param name="now">When it is open.</param>
    /// <returns>Ticks; all ones: never.</returns>
    public ulong EndOf(int cpu, ulong now) => Find(cpu, now).End;

    /// <summary>When the open window began.</summary>
    /// <param name="cpu">On which CPU.</param>
    /// <param name="now">When it is open; there is a schedule.</param>
    /// <returns>Ticks.</returns>
    public ulong StartOf(int cpu, ulong now)
    {
        (Window window, ulong end) = Find(cpu, now);
        return end - window.Duration;
    }

    /// <summary>When the frame ends.</summary>
    /// <param name="now">The time.</param>
    /// <returns>Ticks, later than now.</returns>
    public ulong FrameEnd(ulong now)
    {
        ulong length = LengthOf(Current!.Schedule, 0);
        return now + length - ((now - Current.Ticks) % length);
    }

    internal void Add(int schedule, Window window) => _schedules[schedule].Add(window);

    private ulong LengthOf(int schedule, int cpu)
    {
        ulong length = 0;
        foreach (Window window in _schedules[schedule])
        {
            if (window.Cpu == cpu) length += window.Duration;
        }
        return length;
    }

    private (Window Window, ulong End) Find(int cpu, ulong now)
    {
        if (Current is null) return (new Window(cpu, 0, 0, false), ulong.MaxValue);
        ulong end = now - ((now - Current.Ticks) % LengthOf(Current.Schedule, cpu));
        foreach (Window window in _schedules[Current.Schedule])
        {
            if (window.Cpu != cpu) continue;
            end += window.Duration;
            if (now < end) return (window, end);
        }
        throw new InvalidOperationException("a frame without a window at this time");
    }
}
