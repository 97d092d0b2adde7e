// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>The kernel's part: one schedule in use, one planned. Others run wherever it is
/// asked.</summary>
internal struct FakeScheduleKernel : IScheduleKernel
{
    /// <summary>The semaphore that wakes the steward.</summary>
    public const uint Begun = 77;

    /// <summary>Tests that share it do not run side by side.</summary>
    public const string Name = "schedules of the kernel";

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
            return new ResultCode(Status.Busy, Reason.ScheduleInUse);
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

    /// <summary>An image with schedules 0 and 1, which restart somebody: their changeovers are 2
    /// and 3.</summary>
    public static byte[] Image()
    {
        var image = new TestImage();
        for (int schedule = 0; schedule < 2; schedule++)
            TestImage.Change(image.Partitions, 1, (ref PartitionRecord record) =>
                record.ScheduleActions[schedule] = ScheduleChangeAction.ColdStart);
        return image.ToBytes();
    }
}
