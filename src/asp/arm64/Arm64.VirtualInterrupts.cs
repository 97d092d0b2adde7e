// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64;

/// <content>Virtual interrupts in list registers: those of the hardware for the virtual CPU that
/// owns it, saved ones for the others. What was last written is remembered, so that looking for an
/// interrupt does not read the hardware.</content>
public readonly partial struct Arm64<TBoard>
{
    private const uint NoSlot = uint.MaxValue;

    // CNTV_CTL_EL0: enabled, masked, condition met.
    private const ulong TimerStatus = 7;
    private const ulong TimerDue = 5;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPlace(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        bool isLive = IsLive(ref state, ref context);
        // Nearly always every slot is free: then what they held need not be looked at.
        if (isLive && Native.ReadListEmpty() == vcpu.Interface[InterfaceSlot.ListsAll])
        {
            ListRegister list = Encode(ref vcpu, interrupt);
            vcpu.Interface[InterfaceSlot.FirstList] = list.Value;
            Native.WriteFirstList(list.Value);
            return true;
        }
        return TryPlaceBeside(ref vcpu, interrupt, isLive);
    }

    // Places an interrupt beside others: into the slot that it had, or a free one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryPlaceBeside(ref VirtualCpu vcpu, uint interrupt, bool isLive)
    {
        VirtualInterruptState wanted = VirtualInterruptState.Pending;
        uint slot = FindSlot(ref vcpu, interrupt);
        if (slot != NoSlot)
        {
            // One that is active takes its new priority with it.
            ListRegister list = Read(ref vcpu, slot, isLive);
            if (list.IsInUse && (list.IsPending || list.IsHardware)) return true;
            wanted |= list.State;
        }
        else
        {
            slot = FindFree(ref vcpu, isLive);
            if (slot == NoSlot)
            {
                AskForNotice(ref vcpu, isLive);
                slot = Displace(ref vcpu, vcpu.Interrupts.Priority[(int)interrupt], isLive);
                if (slot == NoSlot) return false;
            }
        }
        Rewrite(ref vcpu, slot, isLive, interrupt, wanted);
        return true;
    }

    /// <inheritdoc/>
    public static void AskForNotice(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu) =>
        AskForNotice(ref vcpu, IsLive(ref state, ref context));

    /// <inheritdoc/>
    public static VirtualInterruptState SlotState(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        uint slot = FindSlot(ref vcpu, interrupt);
        return slot == NoSlot ? VirtualInterruptState.Inactive : Read(
            ref vcpu, slot, IsLive(ref state, ref context)).State;
    }

    /// <inheritdoc/>
    public static bool SetSlotState(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt,
        VirtualInterruptState slotState)
    {
        bool isLive = IsLive(ref state, ref context);
        uint slot = FindSlot(ref vcpu, interrupt);
        if (slot == NoSlot) slot = FindFree(ref vcpu, isLive);
        if (slot == NoSlot) return false;
        Rewrite(ref vcpu, slot, isLive, interrupt, slotState);
        return true;
    }

    /// <inheritdoc/>
    public static bool IsCalled(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu)
    {
        if (!IsLive(ref state, ref context))
        {
            return IsPendingAmong(ref vcpu, vcpu.Interface[InterfaceSlot.ListsUsed], false)
                || VirtualTimerTicks(ref state, ref context, ref vcpu) <= Now;
        }
        return IsCalledNow(ref state, ref context, ref vcpu);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsCalledNow(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu)
    {
        ulong used = Native.ReadListEmpty() ^ vcpu.Interface[InterfaceSlot.ListsAll];
        return (used != 0 && IsPendingAmong(ref vcpu, used, true))
            || (Native.ReadVirtualTimerControl() & TimerStatus) == TimerDue;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasOwnTimer(ref KernelState state, ref ExecutionContext context) =>
        IsLive(ref state, ref context);

    /// <inheritdoc/>
    public static ulong VirtualTimerTicks(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu)
    {
        bool isLive = IsLive(ref state, ref context);
        ulong control = isLive ? Native.ReadVirtualTimerControl()
            : vcpu.System[SystemSlot.TimerControl];
        if ((control & SystemSlot.TimerMode) != SystemSlot.TimerOn) return ulong.MaxValue;
        ulong compare = isLive ? Native.ReadVirtualTimerCompare()
            : vcpu.System[SystemSlot.TimerCompare];
        ulong ticks = compare + vcpu.System[SystemSlot.TimerOffset];
        return ticks < compare ? ulong.MaxValue : ticks;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsPendingAmong(ref VirtualCpu vcpu, ulong used, bool isLive)
    {
        for (; used != 0; used &= used - 1)
        {
            uint slot = (uint)BitOperations.TrailingZeroCount(used);
            if (Read(ref vcpu, slot, isLive).IsPending) return true;
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLive(ref KernelState state, ref ExecutionContext context) =>
        context.Cpu.In(ref state).SystemOwner == context.Self;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ListRegister Encode(ref VirtualCpu vcpu, uint interrupt)
    {
        byte priority = vcpu.Interrupts.Priority[(int)interrupt];
        return vcpu.Interrupts.Bound.Has(interrupt)
            ? ListRegister.Hardware(interrupt, priority, vcpu.PhysicalInterrupts[(int)interrupt])
            : ListRegister.Software(
                interrupt, priority, interrupt >= 16 && !vcpu.Interrupts.Edge.Has(interrupt));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Remembered(ref VirtualCpu vcpu, uint slot) =>
        vcpu.Interface[InterfaceSlot.FirstList + (int)slot];

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint FindSlot(ref VirtualCpu vcpu, uint interrupt)
    {
        uint count = ListRegisters.Count;
        for (uint slot = 0; slot < count; slot++)
        {
            ulong value = Remembered(ref vcpu, slot);
            if ((uint)value == interrupt && value != 0) return slot;
        }
        return NoSlot;
    }

    // The slot of the least urgent interrupt that the guest has not taken yet, if it is less urgent
    // than the one that wants in; it waits in software again. Its physical interrupt, if it has
    // one, stays active meanwhile.
    private static uint Displace(ref VirtualCpu vcpu, byte priority, bool isLive)
    {
        uint found = NoSlot;
        for (uint slot = 0; slot < ListRegisters.Count; slot++)
        {
            ListRegister list = Read(ref vcpu, slot, isLive);
            if (list.State != VirtualInterruptState.Pending || list.Priority <= priority) continue;
            priority = list.Priority;
            found = slot;
        }
        if (found != NoSlot)
        {
            vcpu.Interrupts.Pending.Set(Read(ref vcpu, found, isLive).Interrupt & 0xff);
        }
        return found;
    }

    private static uint FindFree(ref VirtualCpu vcpu, bool isLive)
    {
        uint count = ListRegisters.Count;
        if (isLive)
        {
            ulong empty = Native.ReadListEmpty() & ((1ul << (int)count) - 1);
            return empty == 0 ? NoSlot : (uint)BitOperations.TrailingZeroCount(empty);
        }
        for (uint slot = 0; slot < count; slot++)
        {
            if (!Read(ref vcpu, slot, false).IsInUse) return slot;
        }
        return NoSlot;
    }

    // What was last written into a saved slot says nothing when the slot was empty.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ListRegister Read(ref VirtualCpu vcpu, uint slot, bool isLive)
    {
        if (isLive) return new ListRegister(Native.ReadList(slot));
        ulong used = vcpu.Interface[InterfaceSlot.ListsUsed] >> (int)slot;
        return new ListRegister((used & 1) != 0 ? Remembered(ref vcpu, slot) : 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rewrite(
        ref VirtualCpu vcpu, uint slot, bool isLive, uint interrupt,
        VirtualInterruptState slotState) =>
        WriteSlot(ref vcpu, slot, isLive, Encode(ref vcpu, interrupt).With(slotState));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteSlot(ref VirtualCpu vcpu, uint slot, bool isLive, ListRegister list)
    {
        vcpu.Interface[InterfaceSlot.FirstList + (int)slot] = list.Value;
        if (isLive) Native.WriteList(slot, list.Value);
        else vcpu.Interface[InterfaceSlot.ListsUsed] |= 1ul << (int)slot;
    }

    private static void AskForNotice(ref VirtualCpu vcpu, bool isLive)
    {
        vcpu.Interface[InterfaceSlot.Control] |= InterfaceSlot.UnderflowNotice;
        if (isLive) Native.WriteListControl(vcpu.Interface[InterfaceSlot.Control]);
    }
}
