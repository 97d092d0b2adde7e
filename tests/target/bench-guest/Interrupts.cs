// SPDX-License-Identifier: MIT
namespace Bulkhead.BenchGuest;

/// <summary>The guest's interrupt controller, a GICv3.</summary>
internal static class Interrupts
{
    internal const ulong Distributor = 0x0800_0000;
    internal const ulong DistributorType = Distributor + 0x004;
    internal const ulong DistributorEnable = Distributor + 0x104;

    /// <summary>Interrupt that a processor sends to itself.</summary>
    internal const uint Own = 1;

    /// <summary>Interrupt that a processor sends to the other.</summary>
    internal const uint Other = 2;

    private const uint VirtualTimer = 27;
    private const uint AffinityRouting = 1 << 4;
    private const uint GroupOne = 1 << 1;
    private const ulong Redistributor = 0x080a_0000;
    private const ulong RedistributorBytes = 0x2_0000;
    private const ulong Waker = 0x14;
    private const ulong Group = 0x1_0080;
    private const ulong Enable = 0x1_0100;

    /// <summary>Value for ICC_SGI1R_EL1.</summary>
    /// <param name="interrupt">0 to 15.</param>
    /// <param name="processor">0 to 15.</param>
    internal static ulong Request(uint interrupt, int processor) =>
        (interrupt << 24) | (1ul << processor);

    internal static void OpenDistributor() =>
        Machine.Write(Distributor, AffinityRouting | GroupOne);

    /// <summary>Opens what a processor needs for itself.</summary>
    /// <param name="processor">Its number.</param>
    internal static void Open(uint processor)
    {
        ulong own = Redistributor + (processor * RedistributorBytes);
        Machine.Write(own + Waker, 0);
        Machine.Write(own + Group, ~0u);
        Machine.Write(
            own + Enable, (1u << (int)Own) | (1u << (int)Other) | (1u << (int)VirtualTimer));
        Machine.OpenInterrupts();
    }
}
