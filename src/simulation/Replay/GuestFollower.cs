// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>What a virtual CPU does on the target: the instructions of the follower's guest
/// page.</summary>
internal static class GuestFollower
{
    private const int HypercallWords = 7;

    /// <summary>Instructions that access devices: four sizes, read and written.</summary>
    internal const uint AccessesMax = 8;

    private const uint LargestSize = 3;
    private const uint WriteIndex = 4;

    /// <summary>An access that the guest has an instruction for: with x0, not
    /// sign-extended.</summary>
    internal static MmioAccess AccessOf(uint sizeLog2, bool isWrite) =>
        new(sizeLog2, isWrite, isSigned: false, is64Bit: sizeLog2 == LargestSize, register: 0);

    /// <summary>Index of an access's instruction.</summary>
    internal static uint IndexOf(MmioAccess access) =>
        access.SizeLog2 + (access.IsWrite ? WriteIndex : 0);

    /// <summary>Guest-physical address of the instruction that does an event; 0: none
    /// does.</summary>
    internal static ulong PlaceOf(in FollowerPlace follower, in SimulationEvent value)
    {
        ulong place = value.Kind switch
        {
            EventKind.GuestHypercall => follower.GuestCall,
            EventKind.GuestAccess => follower.GuestAccess
                + (IndexOf(new MmioAccess(value.Words[1])) * FollowerPlace.CallBytes),
            EventKind.GuestHalt => follower.GuestWait,
            EventKind.Elapse => follower.GuestSpin,
            _ => follower.Guest,
        };
        return place - follower.Guest + FollowerPlace.GuestAddress;
    }

    /// <summary>Loads the registers that an event needs.</summary>
    internal static void Load(ref ExecutionContext context, in SimulationEvent value)
    {
        if (value.Kind != EventKind.GuestHypercall) return;
        for (int index = 0; index < HypercallWords; index++)
        {
            context.Frame[index] = value.Words[1 + index];
        }
    }

    /// <summary>Leaves the guest as the instruction does, with the registers as they are
    /// now.</summary>
    /// <returns>Whether the event leaves the guest.</returns>
    internal static bool Execute(
        SimulatedProcessor processor, in ExecutionContext context, in SimulationEvent value)
    {
        switch (value.Kind)
        {
            case EventKind.GuestHypercall:
                processor.GuestHypercall(FollowerPlace.GuestImmediate);
                return true;
            case EventKind.GuestAccess:
                MmioAccess access = new(value.Words[1]);
                processor.Access(value.Words[0], access, access.IsWrite ? context.Frame[0] : 0);
                return true;
            default:
                return false;
        }
    }
}
