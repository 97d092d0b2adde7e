// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Arm64.Traps;

namespace Bulkhead.Asp.Arm64;

/// <summary>
/// Whose EL1 registers are in the hardware. They change only when another virtual CPU takes the
/// core; the few that act on EL0 even under TGE also change when a native thread replaces a guest.
/// </summary>
/// <typeparam name="TBoard">The board.</typeparam>
internal static class SystemState<TBoard> where TBoard : struct, IBoard
{
    internal static ref ExecutionContext EnterNative(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext next)
    {
        cpu.IsNativeMode = 1;
        if (cpu.SystemOwner.IsNone) Native.LoadNative();
        else Native.EnterNative(ref Owner(ref state, ref cpu));
        return ref next;
    }

    internal static ref ExecutionContext EnterGuest(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext next)
    {
        if (cpu.SystemOwner != next.Self) return ref TakeOver(ref state, ref cpu, ref next);
        if (cpu.IsNativeMode != 0) return ref LeaveNative(ref state, ref cpu, ref next);
        return ref next;
    }

    /// <summary>Leaves the hardware without an owner; everything of the owner's is saved.</summary>
    internal static void Displace(ref KernelState state, ref Cpu cpu)
    {
        ref VirtualCpu vcpu = ref Owner(ref state, ref cpu);
        if (cpu.IsNativeMode != 0) Native.LoadShared(ref vcpu);
        SaveLists(ref vcpu);
        // It is seldom done, so that it takes its own place needs no code of its own.
        Native.ExchangeSystem(ref vcpu, ref vcpu);
        Native.WriteVirtualTimerControl(0);
        Native.LoadNative();
        cpu.IsNativeMode = 1;
        cpu.SystemOwner = default;
        if (IsTimerOn(ref vcpu)) WatchTimer(ref state, ref vcpu);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref ExecutionContext LeaveNative(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext next)
    {
        cpu.IsNativeMode = 0;
        Native.LoadShared(ref next.Vcpu.In(ref state));
        return ref next;
    }

    /// <summary>Puts a virtual CPU's registers into the hardware in place of another's, while the
    /// other's shared ones are there, too.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ref ExecutionContext Replace(
        ref KernelState state, ref Cpu cpu, ref VirtualCpu before, ref ExecutionContext next)
    {
        ref VirtualCpu vcpu = ref next.Vcpu.In(ref state);
        cpu.SystemOwner = next.Self;
        SaveLists(ref before);
        LoadLists(ref vcpu);
        Native.ExchangeSystem(ref vcpu, ref before);
        if (IsTimerOn(ref before)) WatchTimer(ref state, ref before);
        if (vcpu.System[SystemSlot.UsesVectors] != 0)
        {
            VectorSwitch.Exchange(ref state, ref cpu, ref next);
        }
        return ref next;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref ExecutionContext TakeOver(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext next)
    {
        if (!cpu.SystemOwner.IsNone)
        {
            ref VirtualCpu before = ref Owner(ref state, ref cpu);
            if (cpu.IsNativeMode != 0) Native.LoadShared(ref before);
            cpu.IsNativeMode = 0;
            return ref Replace(ref state, ref cpu, ref before, ref next);
        }
        ref VirtualCpu vcpu = ref next.Vcpu.In(ref state);
        cpu.SystemOwner = next.Self;
        cpu.IsNativeMode = 0;
        Native.LoadShared(ref vcpu);
        LoadLists(ref vcpu);
        Native.LoadSystem(ref vcpu);
        if (vcpu.System[SystemSlot.UsesVectors] != 0) VectorSwitch.TakeOver(ref state, ref next);
        if (state.System.FirstGuestEntryTicks == 0)
        {
            state.System.FirstGuestEntryTicks = Native.ReadCounter();
        }
        return ref next;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsTimerOn(ref VirtualCpu vcpu) =>
        (vcpu.System[SystemSlot.TimerControl] & SystemSlot.TimerMode) == SystemSlot.TimerOn;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WatchTimer(ref KernelState state, ref VirtualCpu vcpu) =>
        Halt<Arm64<TBoard>>.WatchTimer(ref state, ref vcpu.Context.In(ref state));

    // List registers that are in use, or whose end has not been noticed yet. The physical timer
    // interrupt is shared by all virtual CPUs: it must not stay active for one that is away, nor
    // for one whose guest has disabled it or put it out of its list register.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SaveLists(ref VirtualCpu vcpu)
    {
        ulong used = Native.ReadListEmpty() ^ vcpu.Interface[InterfaceSlot.ListsAll];
        vcpu.Interface[InterfaceSlot.ListsUsed] = used;
        if (used != 0) SaveUsed(ref vcpu, used);
        Native.WriteDeactivate(TBoard.VirtualTimerInterrupt);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SaveUsed(ref VirtualCpu vcpu, ulong used)
    {
        for (; used != 0; used &= used - 1)
        {
            uint index = (uint)BitOperations.TrailingZeroCount(used);
            vcpu.Interface[InterfaceSlot.FirstList + (int)index] = Native.ReadList(index);
            Native.WriteList(index, 0);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LoadLists(ref VirtualCpu vcpu)
    {
        ulong used = vcpu.Interface[InterfaceSlot.ListsUsed];
        if (used == 0) return;
        // Nearly always it is one that no physical interrupt is behind, in the first.
        ListRegister first = new(vcpu.Interface[InterfaceSlot.FirstList]);
        if (used == 1 && !first.IsHardware) Native.WriteFirstList(first.Value);
        else LoadUsed(ref vcpu, used);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LoadUsed(ref VirtualCpu vcpu, ulong used)
    {
        for (; used != 0; used &= used - 1)
        {
            uint index = (uint)BitOperations.TrailingZeroCount(used);
            ListRegister list = new(vcpu.Interface[InterfaceSlot.FirstList + (int)index]);
            if (list.IsInUse && list.IsHardware)
            {
                Gic<TBoard>.ActivatePrivate(list.PhysicalInterrupt);
            }

            Native.WriteList(index, list.Value);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref VirtualCpu Owner(ref KernelState state, ref Cpu cpu) =>
        ref cpu.SystemOwner.In(ref state).Vcpu.In(ref state);
}
