// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Programs;

/// <summary>Spoils arguments in the ways that a hypercall looks for.</summary>
internal static class HypercallMistakes
{
    private const ulong BeyondAddresses = 1ul << Limits.GuestAddressBits;

    internal static void Make(
        ref KernelState state, Run<Capability> slots, Hypercall number, ref SeededRandom random,
        ref EventWords x)
    {
        switch (number)
        {
            case Hypercall.Map or Hypercall.CreateSegment or Hypercall.Unmap:
                SpoilRange(number, ref random, ref x);
                break;
            case Hypercall.CreateSchedulingContext:
                x[1] = ObjectChoice.Unscheduled(ref state, slots, ref random);
                if (random.OneIn(2)) x[2] = (ulong)random.Range(256, 512);
                else (x[2], x[3], x[4]) = (1, 100, 99);
                break;
            case Hypercall.CreatePortal or Hypercall.VirtualInterrupt or Hypercall.Recall
                or Hypercall.BindInterruptToVcpu:
                int word = number is Hypercall.CreatePortal or Hypercall.BindInterruptToVcpu
                    ? 1 : 0;
                x[word] = ObjectChoice.Find(
                    ref state, slots, ObjectKind.ExecutionContext, ref random);
                break;
            case Hypercall.Delegate: x[3] = ulong.MaxValue >> random.Below(64); break;
            case Hypercall.Call or Hypercall.CallUntil or Hypercall.Reply:
                x[1] = (ulong)random.Range(513, 4096);
                break;
            case >= Hypercall.CreateDomain and <= Hypercall.CreateSemaphore:
                x[0] = random.OneIn(2) ? 0
                    : ObjectChoice.Any(ref state, slots, ref random);
                break;
            default:
                x[random.Below(4)] = OddValues.Next(ref random);
                break;
        }
    }

    private static void SpoilRange(
        Hypercall number, ref SeededRandom random, ref EventWords x)
    {
        int size = number switch
        {
            Hypercall.Map => 4,
            Hypercall.CreateSegment => 3,
            _ => 2,
        };
        // What a mapping shows has a beginning, too, in the segment.
        int start = number == Hypercall.Map && random.OneIn(2) ? size - 2 : size - 1;
        switch (random.Below(5))
        {
            case 0: x[size] = 0; break;
            case 1: x[size] += 8; break;
            case 2:
                x[start] = BeyondAddresses - Limits.PageBytes;
                x[size] = 2 * Limits.PageBytes;
                break;
            case 3:
                // The end is at or beyond address 0.
                x[start] = 0 - (Limits.PageBytes * (ulong)random.Range(1, 3));
                x[size] = 2 * Limits.PageBytes;
                break;
            default: x[size] = (ulong)random.Range(1, 1 << 20) << 12; break;
        }
    }
}
