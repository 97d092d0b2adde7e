// SPDX-License-Identifier: MIT
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

public sealed class TextTests
{
    [Theory]
    [InlineData(FaultKind.DataAccess, 0x10ul, 0x9200_0046ul, 1ul,
        "control: forbidden data access at 0x10, pc 0x400100, syndrome 0x92000046, "
        + "main thread stopped; the others go on\n")]
    [InlineData(FaultKind.Breakpoint, 0ul, 0xf200_0101ul, 0x101ul,
        "control: failed check (index out of range), pc 0x400100, syndrome 0xf2000101, server thread stopped; the others go on\n")]
    [InlineData(FaultKind.UndefinedInstruction, 0ul, 0x0200_0000ul, 1ul,
        "control: undefined instruction, pc 0x400100, syndrome 0x2000000, "
        + "main thread stopped; the others go on\n")]
    [InlineData((FaultKind)99, 0ul, 0ul, 1ul,
        "control: fault, pc 0x400100, syndrome 0x0, main thread stopped; the others go on\n")]
    public void Fault(FaultKind kind, ulong address, ulong syndrome, ulong tag, string expected)
    {
        var message = default(Message);
        message.Words[0] = (ulong)kind;
        message.Words[1] = address;
        message.Words[2] = syndrome;
        message.Words[3] = 0x40_0100;
        message.Words[4] = tag;
        var line = default(TextBuffer);
        FaultText.Describe(ref line, "control"u8, default, in message);
        Assert.Equal(expected, TextOf(ref line));
    }

    [Fact]
    public void Fault_OfADeclaredThread_NamesIt()
    {
        var message = default(Message);
        message.Words[0] = (ulong)FaultKind.UndefinedInstruction;
        message.Words[4] = 1 | (2 << ThreadBuilder.TagShift);
        var line = default(TextBuffer);
        FaultText.Describe(ref line, "control"u8, "logger"u8, in message);
        Assert.EndsWith(
            ", logger thread stopped; the others go on\n", TextOf(ref line));
    }

    [Theory]
    [InlineData(1, GuestEnd.PowerOff, "linux: the guest powered off\n")]
    [InlineData(1, GuestEnd.Reset, "linux: the guest asked for a reset\n")]
    [InlineData(1, GuestEnd.Fault,
        "linux: the guest was stopped: fault at 0x1, syndrome 0x2, pc 0x3; the others go on\n")]
    [InlineData(2, GuestEnd.PowerOff, "linux: done\n")]
    [InlineData(99, GuestEnd.PowerOff, "")]
    public void Report(uint label, GuestEnd end, string expected)
    {
        var message = new Message(label);
        message.Words[0] = (ulong)end;
        for (int word = 1; word <= 3; word++) message.Words[word] = (ulong)word;
        var line = default(TextBuffer);
        ReportText.Describe(ref line, "linux"u8, in message);
        Assert.Equal(expected, TextOf(ref line));
    }

    [Theory]
    [InlineData(Reason.ImagePayloadHash, ImageItem.Payload, 1u,
        "bulkhead: refused: the bytes were altered, payload 1\n")]
    [InlineData(Reason.ImageMagic, ImageItem.Header, 0u,
        "bulkhead: refused: not a system image, system image\n")]
    [InlineData(Reason.ImageRecord, ImageItem.FrameWindow, 2u,
        "bulkhead: refused: impossible value, window of a schedule 2\n")]
    [InlineData((Reason)999, ImageItem.Partition, 3u,
        "bulkhead: refused: reason 999, partition 3\n")]
    public void Refused(Reason reason, ImageItem item, uint index, string expected)
    {
        var line = default(TextBuffer);
        Refusal.Describe(ref line, new Verdict(reason, item, index));
        Assert.Equal(expected, TextOf(ref line));
    }

    [Theory]
    [InlineData(ImageItem.Segment, 4u, "segment 4 of partition linux\n")]
    [InlineData(ImageItem.Segment, 8u, "segment 8 of partition console\n")]
    [InlineData(ImageItem.Segment, 0u, "segment 0\n")]
    [InlineData(ImageItem.Payload, 0u, "payload 0 of partition linux\n")]
    [InlineData(ImageItem.Payload, 7u, "payload 7\n")]
    public void AlteredBytes_NameTheirPartition(ImageItem item, uint index, string expected)
    {
        var line = default(TextBuffer);
        var view = new ImageView(new TestImage().ToBytes());
        Refusal.Describe(ref line, new Verdict(Reason.ImagePayloadHash, item, index), in view);
        Assert.Equal("bulkhead: refused: the bytes were altered, " + expected, TextOf(ref line));
    }

    [Fact]
    public void EveryImageReason_HasWords()
    {
        foreach (Reason reason in Enum.GetValues<Reason>().Where(r => r >= Reason.ImageMagic))
        {
            Assert.False(ReasonText.Of(reason).IsEmpty, reason.ToString());
        }
    }

    [Fact]
    public void RefusedStep_NamesThePartition()
    {
        var context = new BuildContext(new ImageView(new TestImage().ToBytes()), 62_500_000);
        context.Enter(1);
        Assert.False(context.Done(
            BuildStep.Thread, new ResultCode(Status.NoResources, Reason.PoolExhausted)));
        context.Enter(2);
        Assert.False(context.Done(BuildStep.Start, new ResultCode(Status.Busy, Reason.SlotTaken)));
        var line = default(TextBuffer);
        Refusal.Describe(ref line, in context);
        Assert.Equal(
            "bulkhead: refused: the kernel has no more objects of this kind, "
            + "thread of partition control\n",
            TextOf(ref line));
    }

    [Theory]
    [InlineData(Reason.BadSchedule,
        "a schedule has no window on some CPU, or frames of different length")]
    [InlineData(Reason.BadWindow, "a window's CPU, length or flags are impossible")]
    [InlineData(Reason.BadTimePartition, "no window is for the time partition")]
    public void RefusedSchedule_SaysWhy(Reason reason, string expected)
    {
        var context = new BuildContext(new ImageView(new TestImage().ToBytes()), 62_500_000);
        context.Done(BuildStep.Schedule, new ResultCode(Status.BadParameter, reason));
        var line = default(TextBuffer);
        Refusal.Describe(ref line, in context);
        Assert.Equal($"bulkhead: refused: {expected}, schedule\n", TextOf(ref line));
    }

    private static string TextOf(ref TextBuffer line) => Encoding.UTF8.GetString(line.Text);

    [Theory]
    [InlineData(StartMode.ColdStart, 2u, "control: cold start, number 2\n")]
    [InlineData(StartMode.WarmStart, 17u, "control: warm start, number 17\n")]
    public void Restart(StartMode mode, uint count, string expected)
    {
        var line = default(TextBuffer);
        RestartText.Describe(ref line, "control"u8, mode, count);
        Assert.Equal(expected, Encoding.ASCII.GetString(line.Text));
    }

    [Theory]
    [InlineData(Reason.PoolExhausted,
        "control: not restarted: the kernel has no more objects of this kind\n")]
    [InlineData(Reason.SlotTaken, "control: not restarted: reason 6\n")]
    public void FailedRestart(Reason reason, string expected)
    {
        var line = default(TextBuffer);
        RestartText.DescribeFailure(
            ref line, "control"u8, new ResultCode(Status.NoResources, reason));
        Assert.Equal(expected, Encoding.ASCII.GetString(line.Text));
    }
}
