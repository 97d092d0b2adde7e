// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>What the processor of the target says of a fault (ESR_EL2, DDI 0487 D24.2.40), and
/// where the follower's instructions are.</summary>
internal static class ThreadFaults
{
    private const ulong InstructionAbortFromBelow = 0x20ul << 26;
    private const ulong DataAbortFromBelow = 0x24ul << 26;
    private const ulong Breakpoint = 0x3cul << 26;
    private const ulong LongInstruction = 1ul << 25;
    private const ulong BreakImmediate = 0x5a;

    // A 64-bit load (SAS, SF) into x17 (SRT), described wholly (ISV).
    private const ulong LoadSyndrome = (1ul << 24) | (3ul << 22) | (17ul << 16) | (1ul << 15);
    private const ulong TranslationStatus = 4;
    private const ulong PermissionStatus = 12;
    private const int LastLevel = 3;

    /// <summary>Address of the instruction that faults.</summary>
    internal static ulong PlaceOf(in FollowerPlace follower, FaultKind kind) => kind switch
    {
        FaultKind.DataAccess => follower.Load,
        FaultKind.Breakpoint => follower.Break,
        _ => follower.Undefined,
    };

    /// <summary>Whether a thread cannot fetch its next instruction.</summary>
    internal static bool CannotFetch(
        SimulatedMachine machine, in ExecutionContext thread, out ulong syndrome)
    {
        ulong place = thread.Frame[RegisterFrame.ProgramCounter];
        bool fails = Fails(
            machine, in thread, place, MemoryAccess.Execute, out ulong status, out _);
        syndrome = InstructionAbortFromBelow | LongInstruction | status;
        return fails;
    }

    /// <summary>Finds out whether the instruction faults now.</summary>
    /// <returns>Whether it does.</returns>
    internal static bool Occurs(
        SimulatedMachine machine, in ExecutionContext thread, in SimulationEvent value,
        out ulong address, out ulong syndrome)
    {
        address = 0;
        syndrome = LongInstruction;
        switch ((FaultKind)value.Words[0])
        {
            case FaultKind.DataAccess:
                address = value.Words[1];
                return Fails(
                    machine, in thread, address, MemoryAccess.Read, out ulong status, out _)
                    && Set(ref syndrome, DataAbortFromBelow | LoadSyndrome | status);
            case FaultKind.Breakpoint:
                return Set(ref syndrome, Breakpoint | BreakImmediate);
            default:
                return true;
        }
    }

    /// <summary>Whether a thread may read an address without a device noticing.</summary>
    internal static bool IsHarmless(
        SimulatedMachine machine, in ExecutionContext thread, ulong address) =>
        (address & 7) == 0 && address >> Limits.GuestAddressBits == 0
        && (Fails(
                machine, in thread, address, MemoryAccess.Read, out _,
                out StageTwoDescriptor leaf)
            || (leaf.Access & MemoryAccess.Device) == 0);

    private static bool Set(ref ulong syndrome, ulong bits)
    {
        syndrome |= bits;
        return true;
    }

    // The walk of the hardware, as far as it tells how it failed.
    private static bool Fails(
        SimulatedMachine machine, in ExecutionContext thread, ulong address, MemoryAccess access,
        out ulong status, out StageTwoDescriptor descriptor)
    {
        ulong table = new TranslationRoot(thread.Controls.TranslationRoot).Table;
        descriptor = default;
        status = 0;
        for (int level = 1; level <= LastLevel; level++)
        {
            int shift = 12 + (9 * (LastLevel - level));
            descriptor = new StageTwoDescriptor(
                machine.Memory.Read(table + (((address >> shift) & 511) * sizeof(ulong))));
            status = TranslationStatus | (uint)level;
            if (!descriptor.IsValid) return true;
            status = PermissionStatus | (uint)level;
            if (descriptor.IsLeafOf(level)) return (descriptor.Access & access) == 0;
            table = descriptor.Address;
        }
        return true;
    }
}
