// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

public sealed class SchedulePlanTests
{
    [Fact]
    public void WithoutActions_TheKernelKnowsTheSchedulesAlone()
    {
        SchedulePlan plan = PlanOf(new TestImage());
        Assert.Equal((2u, 2u, false, 0u),
            (plan.Count, plan.KernelCount, plan.HasRestarts, plan.TimePartition));
        Assert.Equal([0u, 1u], [plan.EntryOf(0, 1), plan.EntryOf(1, 0)]);
    }

    [Fact]
    public void ScheduleThatRestarts_IsEnteredByItsChangeover()
    {
        SchedulePlan plan = PlanOf(Restarting(1));
        Assert.Equal((2u, 3u, true, 2u),
            (plan.Count, plan.KernelCount, plan.HasRestarts, plan.TimePartition));
        Assert.Equal([0u, 2u, 1u], [plan.EntryOf(0, 1), plan.EntryOf(1, 0), plan.EntryOf(1, 1)]);
        Assert.Equal([0u, 1u, 1u], [plan.ScheduleOf(0), plan.ScheduleOf(1), plan.ScheduleOf(2)]);
        Assert.Equal([false, false, true, false],
            [plan.IsChangeover(0), plan.IsChangeover(1), plan.IsChangeover(2),
                plan.IsChangeover(3)]);
    }

    [Fact]
    public void Changeovers_FollowInTheOrderOfTheirSchedules()
    {
        TestImage image = Restarting(0);
        TestImage.Change(image.Partitions, 1, (ref PartitionRecord record) =>
            record.ScheduleActions[1] = ScheduleChangeAction.WarmStart);
        SchedulePlan plan = PlanOf(image);
        Assert.Equal((4u, 2u, 3u), (plan.KernelCount, plan.EntryOf(0, 1), plan.EntryOf(1, 0)));
        Assert.Equal([0u, 1u], [plan.ScheduleOf(2), plan.ScheduleOf(3)]);
    }

    [Fact]
    public void WindowsOfThoseThatAreRestarted_AreTheManagers()
    {
        Assert.Equal([2u, 0u, 2u, 1u], OwnersOf(Restarting(0)));
    }

    [Fact]
    public void OnOtherProcessors_TheyAreTheBackgrounds()
    {
        TestImage image = Restarting(0);
        TestImage.Change(image.FrameWindows, 0, (ref FrameWindowRecord record) => record.Cpu = 1);
        TestImage.Change(image.FrameWindows, 1, (ref FrameWindowRecord record) => record.Cpu = 1);
        Assert.Equal([0u, 0u, 2u, 1u], OwnersOf(image));
    }

    [Fact]
    public void WithoutAny_TheManagerTakesTheBackgrounds()
    {
        TestImage image = Restarting(0);
        for (int window = 0; window < 3; window += 2)
            TestImage.Change(
                image.FrameWindows, window, (ref FrameWindowRecord record) => record.Cpu = 1);
        Assert.Equal([0u, 2u, 0u, 1u], OwnersOf(image));
    }

    private static TestImage Restarting(int schedule)
    {
        var image = new TestImage();
        TestImage.Change(image.Partitions, 1, (ref PartitionRecord record) =>
            record.ScheduleActions[schedule] = ScheduleChangeAction.ColdStart);
        return image;
    }

    private static SchedulePlan PlanOf(TestImage image)
    {
        var view = new ImageView(image.ToBytes());
        return SchedulePlan.Of(in view);
    }

    private static uint[] OwnersOf(TestImage image)
    {
        var view = new ImageView(image.ToBytes());
        SchedulePlan plan = SchedulePlan.Of(in view);
        uint[] owners = new uint[image.FrameWindows.Count];
        for (uint index = 0; index < owners.Length; index++)
        {
            owners[index] = ChangeoverWindow.TimePartitionOf(
                in view, in plan, in view.FrameWindow(index));
        }
        return owners;
    }
}
