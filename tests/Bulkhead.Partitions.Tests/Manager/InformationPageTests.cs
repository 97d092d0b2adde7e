// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Partitions.Manager;

namespace Bulkhead.Partitions.Tests.Manager;

public sealed class InformationPageTests
{
    private static PartitionInfo Fill(uint id)
    {
        PartitionInfo info = default;
        var view = new ImageView(new TestImage().ToBytes());
        InformationPage.Fill(ref info, in view, id, 62_500_000);
        return info;
    }

    [Fact]
    public void Page_HoldsTheRecord() =>
        Assert.True((ulong)Unsafe.SizeOf<PartitionInfo>() <= Limits.PageBytes);

    [Fact]
    public void Console_LearnsItsClientsAndNobodyElse()
    {
        PartitionInfo info = Fill(2);
        Assert.Equal(0b011u, info.ClientMask);
        Assert.Equal(0b001u, info.TerminalMask);
        Assert.Equal(1u, info.ConsoleEscapeKey);
        Assert.True(NameCheck.AreEqual(in info.Names[0], TestImage.Name("linux")));
        Assert.True(NameCheck.AreEqual(in info.Names[2], TestImage.Name("console")));
        Assert.Equal(0, info.Names[3].Length);
        Assert.Equal(1u, info.WindowCount);
        Assert.Equal(WindowKind.Device, info.Windows[0].Kind);
        Assert.Equal(0x900_0000ul, info.Windows[0].Address);
        Assert.Equal(0ul, info.Windows[0].Detail);
    }

    [Fact]
    public void Client_LearnsNothingAboutOthers()
    {
        PartitionInfo info = Fill(1);
        Assert.Equal(PartitionInfo.MagicValue, info.Magic);
        Assert.Equal(1u, info.Id);
        Assert.Equal(62_500_000ul, info.CounterFrequency);
        Assert.Equal(0u, info.ClientMask);
        Assert.Equal(0u, info.WindowCount);
        for (int id = 0; id < Limits.PartitionsMax; id++) Assert.Equal(0, info.Names[id].Length);
    }

    [Fact]
    public void Monitor_LearnsItsMachine()
    {
        PartitionInfo info = Fill(0);
        Assert.Equal(2u, info.Machine.VcpuCount);
        Assert.Equal(2u, info.WindowCount);
        Assert.Equal(WindowKind.GuestMemory, info.Windows[0].Kind);
        Assert.Equal(MemoryAccess.Read | MemoryAccess.Write, info.Windows[0].Access);
        Assert.Equal(WindowKind.GuestPayload, info.Windows[1].Kind);
        Assert.Equal(5000ul, info.Windows[1].Bytes);
        Assert.Equal(TestImage.GuestBase + 0x8_0000, info.Windows[1].Detail);
    }
}
