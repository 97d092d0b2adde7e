// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Interrupts;

/// <summary>The GICv3 distributor and this CPU's redistributor (GICv3 12.9 to 12.11).</summary>
/// <typeparam name="TBoard">Where they are.</typeparam>
internal static class Gic<TBoard> where TBoard : struct, IBoard
{
    /// <summary>Software-generated interrupt by which a CPU calls another.</summary>
    internal const uint CallInterrupt = 1;

    private const ulong Control = 0x0000;
    private const ulong TypeRegister = 0x0004;
    private const ulong Waker = 0x0014;
    private const ulong Group = 0x0080;
    private const ulong SetEnable = 0x0100;
    private const ulong ClearEnable = 0x0180;
    private const ulong SetActive = 0x0300;
    private const ulong ClearActive = 0x0380;
    private const ulong Priority = 0x0400;
    private const ulong Configuration = 0x0c00;
    private const ulong Route = 0x6000;
    private const ulong PrivateFrame = 0x10000;
    private const uint DefaultPriority = 0xa0a0_a0a0;
    private const int WaitRounds = 1_000_000;

    /// <summary>Opens distributor, redistributor and CPU interface; every shared interrupt stays
    /// closed.</summary>
    internal static void Initialize()
    {
        ulong distributor = TBoard.InterruptDistributor;
        Mmio.Write32(distributor + Control, 0);
        uint words = ((Mmio.Read32(distributor + TypeRegister) & 31) + 1) * 32;
        for (uint interrupt = 32; interrupt < words; interrupt += 32)
        {
            CloseBank(distributor, interrupt);
        }

        Mmio.Write32(distributor + Control, 0x12);
    }

    /// <summary>Opens the CPU's own part: redistributor and interface.</summary>
    internal static void InitializeCpu()
    {
        InitializePrivate(Redistributor);
        Native.WritePriorityMask(0xff);
        Native.WriteInterfaceControl(2);
        Native.WriteInterfaceEnable(1);
        Native.WriteListControl(1);
    }

    internal static void Open(uint interrupt, bool isEdge, uint cpu)
    {
        ulong distributor = TBoard.InterruptDistributor;
        ulong configuration = distributor + Configuration + (interrupt / 16 * 4);
        uint bit = 2u << (int)(interrupt % 16 * 2);
        uint value = Mmio.Read32(configuration);
        Mmio.Write32(configuration, isEdge ? value | bit : value & ~bit);
        Mmio.Write64(distributor + Route + (interrupt * 8), cpu);
        Mmio.Write32(distributor + SetEnable + (interrupt / 32 * 4), 1u << (int)(interrupt % 32));
    }

    internal static void Close(uint interrupt)
    {
        ulong bank = interrupt < 32 ? Redistributor + PrivateFrame : TBoard.InterruptDistributor;
        Mmio.Write32(bank + ClearEnable + (interrupt / 32 * 4), 1u << (int)(interrupt % 32));
    }

    /// <summary>Makes a private interrupt active, as if its virtual CPU had never been
    /// displaced.</summary>
    internal static void ActivatePrivate(uint interrupt)
    {
        if (interrupt < 32)
        {
            Mmio.Write32(Redistributor + PrivateFrame + SetActive, 1u << (int)interrupt);
        }
    }

    // CPUs have affinity 0.0.0.number.
    private static ulong Redistributor =>
        TBoard.InterruptRedistributor
            + ((Native.ReadProcessor() & 0xff) * TBoard.InterruptRedistributorStride);

    private static void CloseBank(ulong distributor, uint interrupt)
    {
        ulong offset = interrupt / 32 * 4;
        Mmio.Write32(distributor + ClearEnable + offset, uint.MaxValue);
        Mmio.Write32(distributor + ClearActive + offset, uint.MaxValue);
        Mmio.Write32(distributor + Group + offset, uint.MaxValue);
        for (ulong index = 0; index < 32; index += 4)
        {
            Mmio.Write32(distributor + Priority + interrupt + index, DefaultPriority);
        }
    }

    private static void InitializePrivate(ulong redistributor)
    {
        Mmio.Write32(redistributor + Waker, 0);
        for (int round = 0; round < WaitRounds
            && (Mmio.Read32(redistributor + Waker) & 4) != 0; round++)
        {
        }
        ulong frame = redistributor + PrivateFrame;
        Mmio.Write32(frame + ClearEnable, uint.MaxValue);
        Mmio.Write32(frame + Group, uint.MaxValue);
        for (ulong index = 0; index < 32; index += 4) Mmio.Write32(frame + Priority
            + index, DefaultPriority);
        uint own = (1u << (int)CallInterrupt) | (1u << (int)TBoard.HypervisorTimerInterrupt) | (
            1u << (int)TBoard.VirtualTimerInterrupt)
            | (1u << (int)TBoard.MaintenanceInterrupt);
        Mmio.Write32(frame + SetEnable, own);
    }
}
