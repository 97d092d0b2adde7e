// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

public sealed class ScheduleBuilderTests
{
    /// <summary>500,010 ns are 31,250.6 ticks of 16 ns: rounded each for itself, the frame would
    /// lose a tick.</summary>
    [Fact]
    public void Windows_AddUpToTheFrame()
    {
        var view = new ImageView(new TestImage().ToBytes());
        ulong[] ticks =
        [
            ScheduleBuilder.TicksOf(in view, 0, 62_500_000),
            ScheduleBuilder.TicksOf(in view, 1, 62_500_000),
            ScheduleBuilder.TicksOf(in view, 2, 62_500_000),
        ];
        Assert.Equal([31_250ul, 31_250ul, 31_251ul], ticks);
    }

    [Fact]
    public void Window_IsMeasuredInItsOwnSchedule()
    {
        var view = new ImageView(new TestImage().ToBytes());
        Assert.Equal(62_500ul, ScheduleBuilder.TicksOf(in view, 3, 62_500_000));
    }

    [Fact]
    public void Windows_OfAnotherProcessor_DoNotCount()
    {
        var image = new TestImage();
        TestImage.Change(image.FrameWindows, 1, (ref Abi.SystemImage.FrameWindowRecord record) =>
            record.Cpu = 1);
        var view = new ImageView(image.ToBytes());
        Assert.Equal(31_250ul, ScheduleBuilder.TicksOf(in view, 2, 62_500_000));
    }
}
