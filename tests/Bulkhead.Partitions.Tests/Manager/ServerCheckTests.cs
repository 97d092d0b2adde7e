// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;
using Bulkhead.Partitions.Manager;
using static Bulkhead.Partitions.Tests.Manager.TestImage;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>A system on three CPUs, with one broken rule at a time.</summary>
public sealed class ServerCheckTests
{
    private static readonly Dictionary<string, (
        Action<TestImage> Break, Reason Reason, ImageItem Item)>
        _rules = new()
        {
            ["nine cpus"] = (i => i.Header.CpuCount = 9, Reason.ImageRecord, ImageItem.Header),
            ["unknown cpu"] = (i => Partition(i, 1, (ref PartitionRecord r) => r.Cpu = 3),
                Reason.ImageRecord, ImageItem.Partition),
            ["cpu number that wraps"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.Cpu = 32),
                Reason.ImageRecord, ImageItem.Partition),
            ["server on unknown cpu"] = (i =>
                Partition(i, 2, (ref PartitionRecord r) => r.ServerCpus |= 8),
                Reason.ImageRecord, ImageItem.Partition),
            ["server without callers"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.ServerCpus = 1),
                Reason.ImageRecord, ImageItem.Partition),
            ["no server on its own cpu"] = (i =>
                Partition(i, 2, (ref PartitionRecord r) => r.ServerCpus = 0b110),
                Reason.ImageRecord, ImageItem.Partition),
            ["vcpu without server"] = (i =>
                Partition(i, 0, (ref PartitionRecord r) => r.Machine.VcpuCpus[1] = 0),
                Reason.ImageRecord, ImageItem.Partition),
            ["vcpu on no cpu"] = (i =>
                Partition(i, 0, (ref PartitionRecord r) => r.Machine.VcpuCpus[1] = 255),
                Reason.ImageRecord, ImageItem.Partition),
            ["cpu of no vcpu"] = (i =>
                Partition(i, 0, (ref PartitionRecord r) => r.Machine.VcpuCpus[2] = 1),
                Reason.ImageRecord, ImageItem.Partition),
            ["cpu of no machine"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => r.Machine.VcpuCpus[0] = 1),
                Reason.ImageRecord, ImageItem.Partition),
            ["no stack"] = (i =>
                Resource(i, 3, (ref ResourceRecord r) => r.Address -= 0x1_0000),
                Reason.ImageRecord, ImageItem.Partition),
            ["short stack"] = (i => Resource(i, 3, (ref ResourceRecord r) => r.Bytes -= Page),
                Reason.ImageRecord, ImageItem.Partition),
            ["stack that cannot be written"] = (i =>
                Resource(i, 3, (ref ResourceRecord r) => r.Access = MemoryAccess.Read),
                Reason.ImageRecord, ImageItem.Partition),
            ["no stacks for the manager"] = (i =>
                Change(i.Memory, i.Memory.Count - 1, (ref MemoryRecord r) => r.Partition = 1),
                Reason.ImageRecord, ImageItem.Header),
            ["too few stacks for the manager"] = (i =>
                Change(i.Memory, i.Memory.Count - 1, (ref MemoryRecord r) => r.Bytes -= Page),
                Reason.ImageRecord, ImageItem.Header),
            ["window's cpu"] = (i =>
                Change(i.FrameWindows, 4, (ref FrameWindowRecord r) => r.Cpu = 3),
                Reason.ImageRecord, ImageItem.FrameWindow),
            ["unequal frames"] = (i =>
                Change(i.FrameWindows, 4, (ref FrameWindowRecord r) => r.DurationNanoseconds++),
                Reason.ImageRecord, ImageItem.Schedule),
            ["cpu without windows"] = (i => i.FrameWindows.RemoveAt(4),
                Reason.ImageRecord, ImageItem.Schedule),
            ["no window on its cpu"] = (i =>
                Partition(i, 1, (ref PartitionRecord r) => (r.Cpu, r.ServerCpus) = (1, 0)),
                Reason.ImageRecord, ImageItem.Partition),
            ["no window for a vcpu"] = (i =>
            {
                Partition(i, 0, (ref PartitionRecord r) => r.TimePartition = 1);
                Change(i.FrameWindows, 4, (ref FrameWindowRecord r) => r.TimePartition = 1);
            },
                Reason.ImageRecord, ImageItem.Partition),
        };

    public static TheoryData<string> Names => [.. _rules.Keys];

    [Fact]
    public void SystemOnThreeCpus_IsAccepted()
    {
        Verdict verdict = ImageCheck.Check(new TestImage().Spread().ToBytes());
        Assert.Equal(
            (Reason.None, ImageItem.Header, 0u), (verdict.Reason, verdict.Item, verdict.Index));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void BrokenRule_IsNamed(string name)
    {
        (Action<TestImage> breakRule, Reason reason, ImageItem item) = _rules[name];
        TestImage image = new TestImage().Spread();
        breakRule(image);
        Verdict verdict = ImageCheck.Check(image.ToBytes());
        Assert.Equal((reason, item), (verdict.Reason, verdict.Item));
    }

    [Fact]
    public void NoNumberOfCpus_IsOne()
    {
        TestImage image = new();
        image.Header.CpuCount = 0;
        Assert.True(ImageCheck.Check(image.ToBytes()).IsAccepted);
        Partition(image, 1, (ref PartitionRecord r) => r.Cpu = 1);
        Assert.Equal(ImageItem.Partition, ImageCheck.Check(image.ToBytes()).Item);
    }

    /// <summary>A client on a CPU that its server is not on could not call.</summary>
    [Fact]
    public void ClientOnAnotherCpuThanItsServer_IsRefused()
    {
        TestImage image = new TestImage().Spread();
        // Nobody's console any more, so that only channels ask for its threads.
        image.Header.ConsolePartition = uint.MaxValue;
        for (int channel = 0; channel < 2; channel++)
        {
            Change(image.Channels, channel,
                (ref ChannelRecord record) => record.Kind = ChannelKind.Portal);
        }
        Partition(image, 2, (ref PartitionRecord r) => r.ServerCpus = 0b111);
        Assert.True(ImageCheck.Check(image.ToBytes()).IsAccepted);

        Partition(image, 2, (ref PartitionRecord r) => r.ServerCpus = 0b011);
        Verdict verdict = ImageCheck.Check(image.ToBytes());
        Assert.Equal((Reason.ImageRecord, ImageItem.Channel, 0u),
            (verdict.Reason, verdict.Item, verdict.Index));
    }

    /// <summary>Each thread has a page and a stack of its own.</summary>
    [Fact]
    public void ServerThreads_ShareNothing()
    {
        const ulong OwnStack = 0x40_4000;
        HashSet<ulong> pages = [NativeLayout.Utcb];
        HashSet<ulong> stacks = [];
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            ThreadPlan plan = DomainBuilder.ServerPlan(cpu, cpu == 3, OwnStack);
            Assert.Equal((cpu, 0ul), (plan.Cpu, plan.Entry));
            Assert.True(pages.Add(plan.Utcb) && stacks.Add(plan.StackTop), $"CPU {cpu}");
            Assert.Equal(cpu == 3, plan.StackTop == OwnStack);
        }
    }

    [Fact]
    public void PortalsOfOtherCpus_HavePlacesOfTheirOwn()
    {
        TestImage image = new TestImage().Spread();
        for (int count = 0; count < 5; count++)
        {
            image.Channels.Add(new ChannelRecord { From = 0, To = 2, Kind = ChannelKind.Portal });
        }
        var view = new ImageView(image.ToBytes());
        HashSet<uint> places = [];
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            Assert.True(places.Add(Selectors.CpuManager + cpu));
            Assert.True(places.Add(ConnectionBuilder.TargetOf(in view, 0, cpu)));
            for (uint channel = 2; channel < 6; channel++)
            {
                uint place = ConnectionBuilder.TargetOf(in view, channel, cpu);
                Assert.InRange(place, Selectors.TerminalClient + Limits.PartitionsMax,
                    Selectors.Free - ChannelCheck.PortalsMax - 1);
                Assert.True(places.Add(place));
            }
            Assert.Equal(Selectors.Null, ConnectionBuilder.TargetOf(in view, 6, cpu));
        }
        Assert.Equal(Selectors.Console, ConnectionBuilder.TargetOf(in view, 0));
        Assert.Equal(Selectors.Free - 12, ConnectionBuilder.TargetOf(in view, 6));
    }

    private static void Partition(TestImage image, int index, RefAction<PartitionRecord> change) =>
        Change(image.Partitions, index, change);

    private static void Resource(TestImage image, int index, RefAction<ResourceRecord> change) =>
        Change(image.Resources, index, change);
}
