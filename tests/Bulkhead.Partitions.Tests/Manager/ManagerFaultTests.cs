// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;
using Bulkhead.Partitions.Manager;
using static Bulkhead.Partitions.Tests.Manager.TestImage;

namespace Bulkhead.Partitions.Tests.Manager;

/// <summary>Faults that a program makes exceptions of.</summary>
public sealed class ManagerFaultTests
{
    private const ulong FaultEntry = NativeLayout.Program + 0x40;

    [Fact]
    public void A_program_with_a_fault_entry_goes_on_there()
    {
        ManagerService service = Service();
        Message message = Fault(1, FaultKind.DataAccess);
        service.Serve(ref message);
        Assert.Equal((ulong)ExitAction.Redirect, message.Words[FaultWord.Action]);
        Assert.Equal((ulong)FaultKind.DataAccess, message.Words[1]);
        Assert.Equal(0x18ul, message.Words[2]);
        Assert.Equal(0x40_1234ul, message.Words[3]);
        Assert.Equal(0x9200_0047ul, message.Words[4]);
        Assert.Equal(FaultEntry, message.Words[FaultWord.Target]);
        Assert.Equal(0ul, message.Words[6]);
        Assert.Equal(default, message.Descriptor);
    }

    [Theory]
    [InlineData(FaultKind.DataAccess, true)]
    [InlineData(FaultKind.InstructionFetch, true)]
    [InlineData(FaultKind.UndefinedInstruction, false)]
    [InlineData(FaultKind.Alignment, false)]
    [InlineData(FaultKind.Breakpoint, false)]
    [InlineData(FaultKind.ExternalAbort, false)]
    [InlineData(FaultKind.Other, false)]
    [InlineData((FaultKind)99, false)]
    public void Accesses_to_memory_are_the_programs(FaultKind kind, bool isCovered) =>
        Assert.Equal(isCovered, FaultRedirection.Covers(kind));

    private static ManagerService Service()
    {
        TestImage image = new();
        Change(image.Partitions, 1, (ref PartitionRecord r) => r.FaultEntry = FaultEntry);
        byte[] bytes = image.ToBytes();
        Verdict verdict = ImageCheck.Check(bytes);
        Assert.True(verdict.IsAccepted, $"{verdict.Reason} {verdict.Item} {verdict.Index}");
        ManagerService service = default;
        service.Initialize(new ImageView(bytes));
        return service;
    }

    private static Message Fault(ulong partition, FaultKind kind)
    {
        Message message = default;
        message.Badge = Badge.Fault | partition;
        message.Words[FaultWord.Kind] = (ulong)kind;
        message.Words[FaultWord.Address] = 0x18;
        message.Words[FaultWord.Syndrome] = 0x9200_0047;
        message.Words[FaultWord.Place] = 0x40_1234;
        message.Words[FaultWord.StackPointer] = 0x50_0000;
        return message;
    }
}
