// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Partitions.Manager;
using static Bulkhead.Partitions.Tests.Manager.TestImage;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>One broken rule at a time.</summary>
public sealed class ImageRuleTests
{
    private static readonly Dictionary<string, (
        Action<TestImage> Break, Reason Reason, ImageItem Item)>
        _rules = new()
        {
            ["magic"] = (i => i.Header.Magic++, Reason.ImageMagic, ImageItem.Header),
            ["version"] = (i =>
                i.Header.Version += 0x1_0000, Reason.ImageVersion, ImageItem.Header),
            ["architecture"] = (i =>
                i.Header.Architecture = 62, Reason.ImageArchitecture, ImageItem.Header),
            ["size"] = (i =>
                i.Header.TotalBytes = 0x10_0000, Reason.ImageTruncated, ImageItem.Header),
            ["table area"] = (i =>
                i.Header.TableBytes = 0x20_0000, Reason.ImageTable, ImageItem.Header),
            ["table end"] = (i => i.Header.TableBytes = 600, Reason.ImageTable, ImageItem.Header),
            ["console"] = (i =>
                i.Header.ConsolePartition = 3, Reason.ImageRecord, ImageItem.Header),
            ["manager"] = (i =>
                i.Header.ManagerSegmentCount = 99, Reason.ImageRecord, ImageItem.Header),
            ["image address"] = (i =>
                i.Header.ImageAddress += Page, Reason.ImageRecord, ImageItem.Memory),
            ["below kernel"] = (i =>
                Memory(i, 1, (ref MemoryRecord r) => r.HostAddress = MemoryBase),
                Reason.ImageOverlap, ImageItem.Memory),
            ["beyond memory"] = (i =>
                Memory(i, 1, (ref MemoryRecord r) => r.HostAddress = 0x8000_0000),
                Reason.ImageOutsideMemory, ImageItem.Memory),
            ["memory overlap"] = (
                i => Memory(i, 2, (ref MemoryRecord r) => r.HostAddress = i.Memory[1].HostAddress),
                Reason.ImageOverlap, ImageItem.Memory),
            ["memory wrap"] = (i =>
                Memory(i, 1, (ref MemoryRecord r) => r.Bytes = ulong.MaxValue - 0xfff),
                Reason.ImageRecord, ImageItem.Memory),
            ["memory page"] = (i => Memory(i, 1, (ref MemoryRecord r) => r.Bytes += 8),
                Reason.ImageRecord, ImageItem.Memory),
            ["device in memory"] = (
                i => Memory(i, 1, (ref MemoryRecord r) => r.Access |= MemoryAccess.Device),
                Reason.ImageOverlap, ImageItem.Memory),
            ["write and execute"] = (
                i => Segment(i, 4, (ref SegmentRecord r) => r.Access |= MemoryAccess.Execute),
                Reason.ImageRecord, ImageItem.Segment),
            ["segment beyond image"] = (
                i =>
                    Segment(i, 2, (ref SegmentRecord r) =>
                        r.ImageOffset = r.MemoryOffset = 0x100_0000),
                Reason.ImageTruncated, ImageItem.Segment),
            ["segment shows tables"] = (
                i => Segment(i, 3, (ref SegmentRecord r) => r.ImageOffset = r.MemoryOffset = 0),
                Reason.ImageTruncated, ImageItem.Segment),
            ["segment file"] = (i => Segment(i, 4, (ref SegmentRecord r) => r.FileBytes = 3 * Page),
                Reason.ImagePayloadTooLarge, ImageItem.Segment),
            ["segment memory"] = (i =>
                Segment(i, 4, (ref SegmentRecord r) => r.MemoryOffset = 7 * Page),
                Reason.ImagePayloadTooLarge, ImageItem.Segment),
            ["segment in device"] = (i => Segment(i, 10, (ref SegmentRecord r) => r.Memory = 5),
                Reason.ImageRecord, ImageItem.Segment),
            ["segment of other"] = (i => Segment(i, 4, (ref SegmentRecord r) => r.Memory = 3),
                Reason.ImageRecord, ImageItem.Segment),
            ["segment hash"] = (i => Segment(i, 4, (ref SegmentRecord r) => r.Hash++),
                Reason.ImagePayloadHash, ImageItem.Segment),
            ["id"] = (i => Partition(i, 1, (ref PartitionRecord r) => r.Id = 0),
                Reason.ImageRecord, ImageItem.Partition),
            ["same name"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.Name = Name("linux")),
                Reason.ImageRecord, ImageItem.Partition),
            ["manager's name"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.Name = Name("manager")),
                Reason.ImageRecord, ImageItem.Partition),
            ["name with bracket"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.Name = Name("a]")),
                Reason.ImageRecord, ImageItem.Partition),
            ["no name"] = (i => Partition(i, 1, (ref PartitionRecord r) => r.Name = default),
                Reason.ImageRecord, ImageItem.Partition),
            ["priority"] = (i => Partition(i, 1, (ref PartitionRecord r) => r.Priority = 256),
                Reason.ImageRecord, ImageItem.Partition),
            ["fault entry between instructions"] = (
                i => Partition(i, 1, (ref PartitionRecord r) => r.FaultEntry = r.Entry + 2),
                Reason.ImageRecord, ImageItem.Partition),
            ["fault entry in data"] = (
                i => Partition(i, 1, (ref PartitionRecord r) => r.FaultEntry = r.Entry + Page),
                Reason.ImageRecord, ImageItem.Partition),
            ["entry"] = (i => Partition(i, 1, (ref PartitionRecord r) => r.Entry += Page),
                Reason.ImageRecord, ImageItem.Partition),
            ["portal entry"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.Entry += Page - 4),
                Reason.ImageRecord, ImageItem.Partition),
            ["stack"] = (i => Partition(i, 1, (ref PartitionRecord r) => r.StackTop += 16),
                Reason.ImageRecord, ImageItem.Partition),
            ["segment list"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.SegmentCount = uint.MaxValue),
                Reason.ImageRecord, ImageItem.Partition),
            ["manager's segment"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.FirstSegment = 0),
                Reason.ImageRecord, ImageItem.Partition),
            ["shared list"] = (i => Partition(i, 2, (ref PartitionRecord r) => r.FirstSegment = 5),
                Reason.ImageRecord, ImageItem.Segment),
            ["budget"] = (i => Partition(i, 1, (ref PartitionRecord r) =>
                (r.BudgetNanoseconds, r.PeriodNanoseconds) =
                    (2, 1)), Reason.ImageRecord, ImageItem.Partition),
            ["no vcpu"] = (i => Partition(i, 0, (ref PartitionRecord r) => r.Machine.VcpuCount = 0),
                Reason.ImageRecord, ImageItem.Partition),
            ["nine vcpus"] = (i =>
                Partition(i, 0, (ref PartitionRecord r) => r.Machine.VcpuCount = 9),
                Reason.ImageRecord, ImageItem.Partition),
            ["guest entry"] = (i => Partition(i, 0, (ref PartitionRecord r) => r.Machine.Entry = 0),
                Reason.ImageRecord, ImageItem.Partition),
            ["device tree"] = (i =>
                Partition(i, 0, (ref PartitionRecord r) => r.Machine.DeviceTree = 8),
                Reason.ImageRecord, ImageItem.Partition),
            ["no information page"] = (i =>
                Resource(i, 0, (ref ResourceRecord r) => r.Address += Page),
                Reason.ImageRecord, ImageItem.Partition),
            ["unknown kind"] = (i =>
                Resource(i, 0, (ref ResourceRecord r) => r.Kind = (ResourceKind)9),
                Reason.ImageRecord, ImageItem.Resource),
            ["executable memory"] = (
                i => Resource(i, 0, (ref ResourceRecord r) => r.Access |= MemoryAccess.Execute),
                Reason.ImageRecord, ImageItem.Resource),
            ["memory of other"] = (i => Resource(i, 0, (ref ResourceRecord r) => r.Memory = 3),
                Reason.ImageRecord, ImageItem.Resource),
            ["memory twice"] = (i => Resource(i, 0, (ref ResourceRecord r) => r.MemoryOffset = 0),
                Reason.ImageOverlap, ImageItem.Resource),
            ["payload outside guest"] = (i =>
                Resource(i, 2, (ref ResourceRecord r) => r.Detail = 0x1000),
                Reason.ImagePayloadTooLarge, ImageItem.Resource),
            ["payload too large"] = (
                i =>
                    Resource(i, 2, (ref ResourceRecord r) =>
                        r.Detail = GuestBase + GuestBytes - Page),
                Reason.ImagePayloadTooLarge, ImageItem.Resource),
            ["payload index"] = (i => Resource(i, 2, (ref ResourceRecord r) => r.Index = 1),
                Reason.ImageRecord, ImageItem.Resource),
            ["payload window"] = (i => Resource(i, 2, (ref ResourceRecord r) => r.Bytes = 3 * Page),
                Reason.ImageRecord, ImageItem.Resource),
            ["payload hash"] = (i => i.Payloads[0] = i.Payloads[0] with { Hash = 1 },
                Reason.ImagePayloadHash, ImageItem.Payload),
            ["address overlap"] = (
                i => Resource(i, 2, (ref ResourceRecord r) => r.Address = NativeLayout.Program),
                Reason.ImageOverlap, ImageItem.Partition),
            ["message pages"] = (
                i => Resource(i, 2, (ref ResourceRecord r) => r.Address = NativeLayout.Utcb + Page),
                Reason.ImageOverlap, ImageItem.Partition),
            ["address space"] = (
                i =>
                    Resource(i, 2, (ref ResourceRecord r) =>
                        r.Address = 1ul << Limits.GuestAddressBits),
                Reason.ImageOverlap, ImageItem.Partition),
            ["private interrupt"] = (i => Resource(i, 6, (ref ResourceRecord r) => r.Index = 27),
                Reason.ImageRecord, ImageItem.Resource),
            ["text to other"] = (i => i.Channels[1] = i.Channels[1] with { To = 0 },
                Reason.ImageRecord, ImageItem.Channel),
            ["to itself"] = (i => i.Channels[1] = i.Channels[1] with { From = 2 },
                Reason.ImageRecord, ImageItem.Channel),
            ["twice"] = (i => i.Channels.Add(i.Channels[1]), Reason.ImageRecord, ImageItem.Channel),
            ["unknown end"] = (i => i.Channels[1] = i.Channels[1] with { From = 3 },
                Reason.ImageRecord, ImageItem.Channel),
            ["window's schedule"] = (i => Window(i, 3, (ref FrameWindowRecord r) => r.Schedule = 4),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["window's cpu"] = (i => Window(i, 1, (ref FrameWindowRecord r) => r.Cpu = 8),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["window's owner"] = (i =>
                Window(i, 1, (ref FrameWindowRecord r) => r.TimePartition = 16),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["window's reserve"] = (i => Window(i, 1, (ref FrameWindowRecord r) => r.Reserved = 1),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["short window"] = (i =>
                Window(i, 1, (ref FrameWindowRecord r) => r.DurationNanoseconds = 15_258),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["long window"] = (i => Window(i, 1, (ref FrameWindowRecord r) =>
                r.DurationNanoseconds = FrameWindowRecord.DurationNanosecondsMax + 1),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["window's flags"] = (i =>
                Window(i, 0, (ref FrameWindowRecord r) => r.Flags = (FrameWindowFlags)2),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["exclusive background"] = (i =>
                Window(i, 1, (ref FrameWindowRecord r) => r.Flags = FrameWindowFlags.Exclusive),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["no first schedule"] = (i => i.FrameWindows.RemoveRange(0, 3),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["no window"] = (i =>
                Partition(i, 0, (ref PartitionRecord r) => r.TimePartition = 2),
                Reason.ImageRecord, ImageItem.Partition),
            ["no windows at all"] = (i => i.FrameWindows.Clear(),
                Reason.ImageRecord, ImageItem.Partition),
            ["right to the console"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.SystemRights |= Rights.SystemConsole),
                Reason.ImageRecord, ImageItem.Partition),
            ["unknown action"] = (i => WithSteward(i, 1, 1, (ScheduleChangeAction)3),
                Reason.ImageRecord, ImageItem.Partition),
            ["action of no schedule"] = (i => WithSteward(i, 1, 2, ScheduleChangeAction.ColdStart),
                Reason.ImageRecord, ImageItem.Partition),
            ["restart in the background"] = (i =>
            {
                WithSteward(i, 1, 1, ScheduleChangeAction.ColdStart);
                Partition(i, 1, (ref PartitionRecord r) => r.TimePartition = 0);
            },
                Reason.ImageRecord, ImageItem.Partition),
            ["restart of the console"] = (i =>
            {
                WithSteward(i, 2, 1, ScheduleChangeAction.ColdStart);
                Partition(i, 2, (ref PartitionRecord r) => r.TimePartition = 1);
            },
                Reason.ImageRecord, ImageItem.Partition),
            ["restart of who is called"] = (i =>
            {
                WithSteward(i, 1, 1, ScheduleChangeAction.ColdStart);
                i.Channels.Add(new() { From = 0, To = 1, Kind = ChannelKind.Portal });
                Partition(i, 1, (ref PartitionRecord r) => r.ServerCpus = 1);
            },
                Reason.ImageRecord, ImageItem.Partition),
            ["warm guest"] = (i =>
            {
                WithSteward(i, 0, 1, ScheduleChangeAction.WarmStart);
                Partition(i, 0, (ref PartitionRecord r) => r.TimePartition = 1);
                WithSteward(i, 1, 1, ScheduleChangeAction.WarmStart);
            },
                Reason.ImageRecord, ImageItem.Partition),
            ["one of two that share windows"] = (i =>
            {
                WithSteward(i, 1, 1, ScheduleChangeAction.ColdStart);
                Partition(i, 0, (ref PartitionRecord r) => r.TimePartition = 1);
            },
                Reason.ImageRecord, ImageItem.Partition),
            ["changeovers"] = (i =>
            {
                WithSteward(i, 1, 0, ScheduleChangeAction.ColdStart);
                WithSteward(i, 1, 1, ScheduleChangeAction.ColdStart);
                i.AddFrameWindow(2, 1, 1_000_000, FrameWindowFlags.None);
            },
                Reason.ImageCapacity, ImageItem.Schedule),
            ["no time to restart"] = (i =>
            {
                i.Spread();
                WithSteward(i, 1, 0, ScheduleChangeAction.ColdStart);
                Partition(i, 1, (ref PartitionRecord r) => r.Cpu = 1);
                Partition(i, 2, (ref PartitionRecord r) => r.TimePartition = 2);
                for (int window = 0; window < 3; window++)
                    Window(i, window, (ref FrameWindowRecord r) => r.TimePartition = 2);
                Window(i, 4, (ref FrameWindowRecord r) => r.TimePartition = 1);
            },
                Reason.ImageRecord, ImageItem.Schedule),
            ["no stack to restart with"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) =>
                    r.ScheduleActions[1] = ScheduleChangeAction.ColdStart),
                Reason.ImageRecord, ImageItem.Header),
        };

    public static TheoryData<string> Names => [.. _rules.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void BrokenRule_IsNamed(string name)
    {
        (Action<TestImage> breakRule, Reason reason, ImageItem item) = _rules[name];
        var image = new TestImage();
        breakRule(image);
        Verdict verdict = ImageCheck.Check(image.ToBytes());
        Assert.Equal((reason, item), (verdict.Reason, verdict.Item));
    }

    [Fact]
    public void InterruptTwice_IsRefused()
    {
        var image = new TestImage();
        image.Resources.Add(image.Resources[6]);
        Partition(image, 2, (ref PartitionRecord r) => r.ResourceCount++);
        Assert.Equal(Reason.ImageOverlap, ImageCheck.Check(image.ToBytes()).Reason);
    }

    [Fact]
    public void TooManyPortalChannels_AreRefused()
    {
        var image = new TestImage();
        for (int count = 0; count < 17; count++)
        {
            image.Channels.Add(new ChannelRecord { From = 1, To = 0, Kind = ChannelKind.Portal });
        }
        Assert.Equal(ImageItem.Channel, ImageCheck.Check(image.ToBytes()).Item);
    }

    [Fact]
    public void TooManyObjects_ExceedTheManagersSelectors()
    {
        var image = new TestImage();
        Partition(image, 0, (ref PartitionRecord r) => r.Machine.VcpuCount = 8);
        AddInterrupts(image, 20);
        Assert.True(ImageCheck.Check(image.ToBytes()).IsAccepted);
        for (int count = 0; count < 16; count++)
        {
            image.Channels.Add(new ChannelRecord { From = 1, To = 0, Kind = ChannelKind.Portal });
            image.Channels.Add(new ChannelRecord { From = 2, To = 0, Kind = ChannelKind.Portal });
            image.Channels.Add(new ChannelRecord { From = 0, To = 1, Kind = ChannelKind.Portal });
        }
        Partition(image, 1, (ref PartitionRecord r) => r.ServerCpus = 1);
        while (image.Memory.Count < MemoryRecord.CountMax)
        {
            ulong offset = 0x100_0000 + ((ulong)image.Memory.Count * Page);
            image.AddMemory(offset, Page, MemoryAccess.Read, 1);
        }
        Assert.Equal(Reason.ImageCapacity, ImageCheck.Check(image.ToBytes()).Reason);
    }

    [Fact]
    public void TooManyInterrupts_ExceedTheirSelectors()
    {
        var image = new TestImage();
        AddInterrupts(image, 32);
        Assert.Equal(Reason.ImageCapacity, ImageCheck.Check(image.ToBytes()).Reason);
    }

    [Fact]
    public void TooManyWindowsOfASchedule_AreRefused()
    {
        var image = new TestImage();
        while (image.FrameWindows.Count < Limits.FrameWindowsMax + 1)
        {
            image.AddFrameWindow(0, 0, 500_000, FrameWindowFlags.None);
        }
        Assert.True(ImageCheck.Check(image.ToBytes()).IsAccepted);
        image.AddFrameWindow(0, 0, 500_000, FrameWindowFlags.None);
        Verdict verdict = ImageCheck.Check(image.ToBytes());
        Assert.Equal(
            (Reason.ImageCapacity, ImageItem.FrameWindow, 33u),
            (verdict.Reason, verdict.Item, verdict.Index));
    }

    [Fact]
    public void TooManyWindows_AreRefusedWithTheHeader()
    {
        var image = new TestImage();
        while (image.FrameWindows.Count <= FrameWindowRecord.CountMax)
        {
            image.AddFrameWindow(0, 0, 500_000, FrameWindowFlags.None);
        }
        Verdict verdict = ImageCheck.Check(image.ToBytes());
        Assert.Equal(
            (Reason.ImageCapacity, ImageItem.Header), (verdict.Reason, verdict.Item));
    }

    private static void AddInterrupts(TestImage image, uint count)
    {
        for (uint index = 0; index < count; index++)
        {
            image.Resources.Add(
                new ResourceRecord { Kind = ResourceKind.Interrupt, Index = 100 + index });
        }
        Partition(image, 2, (ref PartitionRecord r) => r.ResourceCount += count);
    }

    private static void Window(
        TestImage image, int index, RefAction<FrameWindowRecord> change) =>
        Change(image.FrameWindows, index, change);

    private static void Memory(TestImage image, int index, RefAction<MemoryRecord> change) =>
        Change(image.Memory, index, change);

    private static void Segment(TestImage image, int index, RefAction<SegmentRecord> change) =>
        Change(image.Segments, index, change);

    private static void Partition(TestImage image, int index, RefAction<PartitionRecord> change) =>
        Change(image.Partitions, index, change);

    private static void Resource(TestImage image, int index, RefAction<ResourceRecord> change) =>
        Change(image.Resources, index, change);

    // Who restarts has a stack.
    private static void WithSteward(
        TestImage image, int partition, int schedule, ScheduleChangeAction action)
    {
        Partition(image, partition,
            (ref PartitionRecord r) => r.ScheduleActions[schedule] = action);
        if (image.Memory[^1].Bytes == 3 * NativeLayout.ServerStackBytes) return;
        image.AddMemory(0x300_0000, 3 * NativeLayout.ServerStackBytes,
            MemoryAccess.Read | MemoryAccess.Write, uint.MaxValue);
    }
}
