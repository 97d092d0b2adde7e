// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Programs;

/// <summary>What a generated guest does next.</summary>
internal static class GuestProgram
{
    private const ulong DeviceWindow = 0x0900_0000;
    private const ulong SmcBit = 1ul << 16;

    internal static void Next(int cpuCount, ref SeededRandom random, ref SimulationEvent value)
    {
        if (cpuCount > 1 && random.OneIn(10))
        {
            value.Kind = EventKind.GuestSend;
            value.Detail = (uint)random.Below((int)InterruptController.SoftwareMax);
            value.Words[0] = (ulong)random.Below(1 << (1 + random.Below(3)));
            return;
        }
        switch (random.Below(12))
        {
            case 0 or 1:
                value.Kind = EventKind.GuestAccess;
                value.Words[0] = random.OneIn(6) ? OddValues.Next(ref random)
                    : DeviceWindow + (ulong)random.Below(0x1000);
                value.Words[1] = (ulong)random.Below(0x2000);
                // An access of 8 bytes always has a register of 64 bits.
                if ((value.Words[1] & 3) == 3) value.Words[1] |= 16;
                value.Words[2] = random.Next();
                break;
            case 2:
                value.Kind = EventKind.GuestExit;
                value.Detail = (uint)ExitKind.SystemRegister;
                value.Words[0] = random.Next();
                value.Words[1] = random.Next();
                break;
            case 3:
                value.Kind = EventKind.GuestHypercall;
                value.Words[0] = random.OneIn(2) ? SmcBit : 0;
                value.Words[1] = random.Next();
                break;
            case 4:
                value.Kind = EventKind.GuestExit;
                value.Detail = (uint)ExitKind.Fault;
                for (int word = 0; word < 4; word++) value.Words[word] = random.Next();
                break;
            case 5: value.Kind = EventKind.GuestHalt; break;
            case 6:
                value.Kind = EventKind.GuestTimer;
                value.Words[0] = random.OneIn(8) ? OddValues.Next(ref random)
                    : (ulong)random.Below(500);
                break;
            case <= 8: value.Kind = EventKind.GuestTake; break;
            default:
                value.Kind = EventKind.GuestEnd;
                value.Words[0] = (ulong)random.Below(InterruptSlots.Count);
                break;
        }
    }
}
