// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Faults;

/// <summary>The message of an <see cref="Abi.ExitKind.Fault"/> exit.</summary>
public readonly struct GuestFault
{
    // ESR_EL2.EC (DDI 0487, D17.2.37).
    private const ulong InstructionAbort = 0x20, DataAbort = 0x24;

    /// <summary>Takes the words of the exit.</summary>
    /// <param name="syndrome">ESR_EL2.</param>
    /// <param name="virtualAddress">FAR_EL2.</param>
    /// <param name="guestPhysical">Guest-physical address.</param>
    /// <param name="pc">Program counter.</param>
    public GuestFault(ulong syndrome, ulong virtualAddress, ulong guestPhysical, ulong pc)
    {
        Syndrome = syndrome;
        Virtual = virtualAddress;
        GuestPhysical = guestPhysical;
        Pc = pc;
    }

    /// <summary>ESR_EL2.</summary>
    public ulong Syndrome { get; }

    /// <summary>Faulting virtual address.</summary>
    public ulong Virtual { get; }

    /// <summary>Faulting guest-physical address.</summary>
    public ulong GuestPhysical { get; }

    /// <summary>Program counter.</summary>
    public ulong Pc { get; }

    /// <summary>Whether no instruction could be fetched.</summary>
    public bool IsInstructionFetch => Class == InstructionAbort;

    /// <summary>Whether it is a failed access or fetch; else it is a trapped instruction.</summary>
    public bool IsAbort => Class is InstructionAbort or DataAbort;

    private ulong Class => (Syndrome >> 26) & 0x3f;
}
