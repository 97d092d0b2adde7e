// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Tests.Gic;

/// <summary>Addresses of interrupt-controller registers.</summary>
internal static class GicAddress
{
    public const uint Group = 0x080, SetEnable = 0x100, ClearEnable = 0x180, SetPending = 0x200,
        ClearPending = 0x280, SetActive = 0x300, ClearActive = 0x380, Priority = 0x400,
        Configuration = 0xc00;

    public const ulong Control = GuestMap.DistributorBase;

    /// <summary>A register with one bit per interrupt: in the distributor, or for private
    /// interrupts in the redistributor's second frame.</summary>
    public static ulong Bits(uint register, uint interrupt, uint vcpu) =>
        Frame(interrupt, vcpu) + register + (interrupt / 32 * 4);

    public static ulong PriorityByte(uint interrupt, uint vcpu) =>
        Frame(interrupt, vcpu) + Priority + interrupt;

    public static ulong ConfigurationWord(uint interrupt, uint vcpu) =>
        Frame(interrupt, vcpu) + Configuration + (interrupt / 16 * 4);

    public static ulong Route(uint interrupt) =>
        GuestMap.DistributorBase + 0x6000 + (interrupt * 8);

    public static ulong Redistributor(uint vcpu) =>
        GuestMap.RedistributorBase + (vcpu * 0x2_0000ul);

    private static ulong Frame(uint interrupt, uint vcpu) =>
        interrupt < 32 ? Redistributor(vcpu) + 0x1_0000 : GuestMap.DistributorBase;
}
