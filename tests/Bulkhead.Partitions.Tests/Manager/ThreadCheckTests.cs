// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Partitions.Manager;
using static Bulkhead.Partitions.Tests.Manager.TestImage;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>Threads that partitions declare, with one broken rule at a time.</summary>
public sealed class ThreadCheckTests
{
    private static readonly Dictionary<string, Action<TestImage>> _rules = new()
    {
        ["no name"] = i => Thread(i, 0, (ref ThreadInfo t) => t.Name = default),
        ["name in capitals"] = i => Thread(i, 0, (ref ThreadInfo t) => t.Name = Name("Radio")),
        ["same name"] = i => Thread(i, 1, (ref ThreadInfo t) => t.Name = Name("radio")),
        ["priority"] = i => Thread(i, 1, (ref ThreadInfo t) => t.Priority = 256),
        ["budget longer than the period"] = i => Thread(i, 1, (ref ThreadInfo t) =>
            (t.BudgetNanoseconds, t.PeriodNanoseconds) = (2, 1)),
        ["period without budget"] = i => Thread(
            i, 1, (ref ThreadInfo t) => t.PeriodNanoseconds = 1),
        ["processor that does not run"] = i => Thread(i, 1, (ref ThreadInfo t) => t.Cpu = 1),
        ["processor number that wraps"] = i => Thread(i, 1, (ref ThreadInfo t) => t.Cpu = 32),
        ["no stack"] = i => Stack(i, (ref ResourceRecord r) => r.Address -= 0x1_0000),
        ["short stack"] = i => Stack(i, (ref ResourceRecord r) => r.Bytes -= Page),
        ["stack that cannot be written"] = i => Stack(
            i, (ref ResourceRecord r) => r.Access = MemoryAccess.Read),
        ["table in the header"] = i => Table(i, 8 | 2),
        ["table beyond the end"] = i => Table(i, 0xffff_fff8 | 2),
        ["too many"] = i => Table(i, (uint)Marshal.SizeOf<SystemImageHeader>() | 7),
        ["table without threads"] = i => Table(i, (uint)Marshal.SizeOf<SystemImageHeader>()),
        ["threads of a machine"] = i => i.AddThread(0, "guest"),
    };

    public static TheoryData<string> Rules => [.. _rules.Keys];

    [Fact]
    public void Threads_AreAccepted()
    {
        Verdict verdict = ImageCheck.Check(WithThreads().ToBytes());
        Assert.True(verdict.IsAccepted, $"{verdict.Reason} {verdict.Item} {verdict.Index}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void BrokenRule_IsRefused(string rule)
    {
        TestImage image = WithThreads();
        _rules[rule](image);
        Verdict verdict = ImageCheck.Check(image.ToBytes());
        Assert.Equal((Reason.ImageRecord, ImageItem.Partition), (verdict.Reason, verdict.Item));
    }

    // A thread's processor is one of its partition's: whoever the partition calls must serve there.
    [Fact]
    public void ThreadElsewhere_NeedsServersThere()
    {
        TestImage image = new TestImage().Spread();
        image.AddThread(1, "radio", 2);
        image.FrameWindows.RemoveAll(window => window.Cpu == 2 && window.Schedule == 0);
        image.AddFrameWindow(0, 1, 1_500_020, FrameWindowFlags.None, 2);
        Assert.True(ImageCheck.Check(image.ToBytes()).IsAccepted);
        var view = new ImageView(image.ToBytes());
        Assert.Equal(0b101u, ThreadCpus.Of(in view, 1));
        Change(image.Partitions, 2, (ref PartitionRecord r) => r.ServerCpus = 0b011);
        Assert.False(ImageCheck.Check(image.ToBytes()).IsAccepted);
    }

    [Fact]
    public void ThreadWithoutAWindow_IsRefused()
    {
        TestImage image = new TestImage().Spread();
        image.AddThread(1, "radio", 2);
        Verdict verdict = ImageCheck.Check(image.ToBytes());
        Assert.Equal(
            (Reason.ImageRecord, ImageItem.Partition, 1u),
            (verdict.Reason, verdict.Item, verdict.Index));
    }

    [Fact]
    public void Program_LearnsItsThreads()
    {
        PartitionInfo info = default;
        var view = new ImageView(WithThreads().ToBytes());
        InformationPage.Fill(ref info, in view, 1, 62_500_000);
        Assert.Equal(2u, info.ThreadCount);
        Assert.Equal(101u, info.Priority);
        Assert.True(NameCheck.AreEqual(in info.Threads[1].Name, Name("logger")));
        Assert.Equal(90u, info.Threads[1].Priority);
        Assert.Equal(0u, info.WindowCount);
        InformationPage.Fill(ref info, in view, 2, 62_500_000);
        Assert.Equal(0u, info.ThreadCount);
    }

    [Fact]
    public void Objects_AreCounted()
    {
        var view = new ImageView(WithThreads().ToBytes());
        // Three bodies and two carriers; portals and semaphores of the bodies, and the carriers'
        // scheduling contexts. Nobody calls this partition.
        Assert.Equal(5u, ThreadBuilder.CountPaid(in view, 1));
        Assert.Equal(13u, ThreadBuilder.CountSelectors(in view, 1));
        Assert.Equal(0u, ThreadBuilder.CountPaid(in view, 2));
        Assert.Equal(0u, ThreadBuilder.CountSelectors(in view, 2));
    }

    private static TestImage WithThreads()
    {
        var image = new TestImage();
        image.AddThread(1, "radio");
        image.AddThread(1, "logger");
        return image;
    }

    private static void Thread(TestImage image, int index, RefAction<ThreadInfo> change) =>
        Change(image.Threads[1], index, change);

    private static void Table(TestImage image, uint value) =>
        Change(image.Partitions, 1, (ref PartitionRecord r) => r.Threads = value);

    private static void Stack(TestImage image, RefAction<ResourceRecord> change) => Change(
        image.Resources,
        image.Resources.FindIndex(r => r.Bytes == NativeLayout.ThreadStackBytes), change);
}
