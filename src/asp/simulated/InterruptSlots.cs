// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The slots of a virtual CPU, kept in its saved interface registers, seen from the hardware and
/// the guest: taking and ending interrupts, and the maintenance interrupt that tells the kernel
/// about it.
/// </summary>
public static class InterruptSlots
{
    /// <summary>Slots.</summary>
    public const int Count = 4;

    /// <summary>Interrupt id that a guest reads when there is none.</summary>
    public const uint NoInterrupt = 1023;

    private const int NoticeWord = Count;
    private const int EndCountWord = Count + 1;

    /// <summary>A slot.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="index">0 to 3.</param>
    /// <returns>The slot.</returns>
    public static InterruptSlot Get(in VirtualCpu vcpu, int index) => new(vcpu.Interface[index]);

    /// <summary>Changes a slot; one without state becomes zero.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="index">0 to 3.</param>
    /// <param name="slot">The slot.</param>
    public static void Put(ref VirtualCpu vcpu, int index, InterruptSlot slot) =>
        vcpu.Interface[index] = slot.IsFree ? 0 : slot.Value;

    /// <summary>The slot that holds an interrupt.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="interrupt">Virtual id.</param>
    /// <returns>Its index, -1 if there is none.</returns>
    public static int Find(in VirtualCpu vcpu, uint interrupt)
    {
        for (int index = 0; index < Count; index++)
        {
            InterruptSlot slot = Get(in vcpu, index);
            if (!slot.IsFree && slot.Interrupt == interrupt) return index;
        }
        return -1;
    }

    /// <summary>A free slot.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <returns>Its index, -1 if there is none.</returns>
    public static int FindFree(in VirtualCpu vcpu)
    {
        for (int index = 0; index < Count; index++)
        {
            if (Get(in vcpu, index).IsFree) return index;
        }
        return -1;
    }

    /// <summary>Makes room for an interrupt: the least urgent one that the guest has not taken
    /// yet goes back into software, if it is less urgent.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="priority">Of the interrupt that wants in.</param>
    /// <returns>The slot, -1 for none.</returns>
    public static int Displace(ref VirtualCpu vcpu, byte priority)
    {
        int found = -1;
        for (int index = 0; index < Count; index++)
        {
            InterruptSlot slot = Get(in vcpu, index);
            bool isWaiting = slot.IsPending && !slot.IsActive && !slot.IsEnded;
            if (!isWaiting || slot.Priority <= priority) continue;
            priority = slot.Priority;
            found = index;
        }
        if (found >= 0) vcpu.Interrupts.Pending.Set(Get(in vcpu, found).Interrupt);
        return found;
    }

    /// <summary>Asks for a maintenance interrupt when a slot is free, or takes that back. That is
    /// what the seam promises; GICv3's underflow (ICH_HCR_EL2.UIE) comes only when at most one slot
    /// is still in use.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="isWanted">Whether it is wanted.</param>
    public static void WantNotice(ref VirtualCpu vcpu, bool isWanted) =>
        vcpu.Interface[NoticeWord] = isWanted ? 1ul : 0;

    /// <summary>Whether the slots ask for the kernel.</summary>
    /// <param name="vcpu">The virtual CPU whose slots are in the hardware.</param>
    /// <returns>Whether they do.</returns>
    public static bool WantsMaintenance(in VirtualCpu vcpu)
    {
        for (int index = 0; index < Count; index++)
        {
            if (Get(in vcpu, index).IsEnded) return true;
        }
        return vcpu.Interface[NoticeWord] != 0 && FindFree(in vcpu) >= 0;
    }

    /// <summary>The guest takes its most urgent pending interrupt.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <returns>The interrupt, or <see cref="NoInterrupt"/>.</returns>
    public static uint Take(ref VirtualCpu vcpu)
    {
        int best = -1;
        for (int index = 0; index < Count; index++)
        {
            InterruptSlot slot = Get(in vcpu, index);
            if (!slot.IsPending || slot.IsActive) continue;
            if (best < 0 || slot.Priority < Get(in vcpu, best).Priority) best = index;
        }
        if (best < 0) return NoInterrupt;
        Put(ref vcpu, best, Get(in vcpu, best).With(isPending: false, isActive: true));
        return Get(in vcpu, best).Interrupt;
    }

    /// <summary>Ends of interrupts that were in no slot (EOIcount of ICH_HCR_EL2): a guest may end
    /// anything.</summary>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <returns>Their number, up to 31.</returns>
    public static uint EndCountOf(in VirtualCpu vcpu) => (uint)vcpu.Interface[EndCountWord];

    /// <summary>The guest ends an interrupt, whether it took it or not.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="interrupt">Virtual id.</param>
    /// <returns>False when no slot holds it as active: then it is only counted.</returns>
    public static bool TryEnd(SimulatedMachine machine, ref VirtualCpu vcpu, uint interrupt)
    {
        int index = Find(in vcpu, interrupt);
        if (index >= 0 && Get(in vcpu, index).IsActive)
        {
            End(machine, ref vcpu, interrupt);
            return true;
        }
        vcpu.Interface[EndCountWord] = (vcpu.Interface[EndCountWord] + 1) & 31;
        return false;
    }

    /// <summary>The guest ends an interrupt that it took.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="vcpu">The virtual CPU.</param>
    /// <param name="interrupt">Virtual id.</param>
    /// <exception cref="SimulationException">It is not active.</exception>
    public static void End(SimulatedMachine machine, ref VirtualCpu vcpu, uint interrupt)
    {
        int index = Find(in vcpu, interrupt);
        if (index < 0 || !Get(in vcpu, index).IsActive)
        {
            throw new SimulationException($"{interrupt} is not active");
        }

        InterruptSlot slot = Get(in vcpu, index);
        bool isNotified = !slot.IsBound && !slot.IsPending && !vcpu.Interrupts.Edge.Has(interrupt);
        Put(ref vcpu, index, slot.With(slot.IsPending, isActive: false, isNotified));
        if (!slot.IsBound) return;
        if (slot.Physical == PrivateInterrupts.VirtualTimer)
        {
            GuestTimer.SetDelivered(ref vcpu, false);
        }
        else machine.Interrupts.Deactivate(slot.Physical, machine.Executing.Number);
    }
}
