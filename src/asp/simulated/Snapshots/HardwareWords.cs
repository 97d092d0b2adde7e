// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated.Snapshots;

/// <summary>
/// What of a machine of one CPU and its processor, between two entries, is not the kernel's own
/// state, as few words: an explorer goes back and forth between states millions of times. What only
/// counts (armed timers, invalidations) is left out, as are caches and memory outside the kernel;
/// the console's text is forgotten. <see cref="MachineSnapshot"/> keeps everything.
/// </summary>
public static class HardwareWords
{
    /// <summary>Most words that a machine takes.</summary>
    public const int CountMax = 256;

    private const int HeadCount = 8;
    private const int InterruptBits = 6;
    private const int RestartWords = 2;
    private const int TranslationWords = 3;

    /// <summary>Writes the words.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="processor">Its processor.</param>
    /// <param name="interrupts">Physical interrupts whose state may differ from reset, at most
    /// ten.</param>
    /// <param name="words">Room for <see cref="CountMax"/>.</param>
    /// <returns>How many were written.</returns>
    public static int Save(
        SimulatedMachine machine,
        SimulatedProcessor processor,
        ReadOnlySpan<uint> interrupts,
        Span<ulong> words)
    {
        words[0] = machine.Clock.Ticks;
        words[1] = machine.Clock.DeadlineTicks;
        words[2] = machine.Loaded.Offset | ((ulong)processor.Current.Offset << 32);
        words[3] = (ulong)machine.Power;
        words[4] = Pack(machine.Interrupts, interrupts);
        words[5] = (ulong)machine.Restarts.Count;
        words[6] = (ulong)machine.Walker.CachedCount;
        words[7] = machine.Cpus[0].Root.Value;
        int at = HeadCount;
        if (machine.Restarts.Count != 0) at += machine.Restarts.Save(words[at..]);
        if (words[6] != 0) at += machine.Walker.Caches[0].Save(words[at..]);
        return at;
    }

    /// <summary>Reads the words back.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="processor">Its processor.</param>
    /// <param name="interrupts">The same as when they were written.</param>
    /// <param name="words">The words.</param>
    public static void Load(
        SimulatedMachine machine,
        SimulatedProcessor processor,
        ReadOnlySpan<uint> interrupts,
        ReadOnlySpan<ulong> words)
    {
        machine.Clock.Ticks = words[0];
        machine.Clock.DeadlineTicks = words[1];
        machine.Cpus[0].Loaded = ContextAt(machine, (uint)words[2]);
        machine.Cpus[0].Root = new TranslationRoot(words[7]);
        processor.Resume(ContextAt(machine, (uint)(words[2] >> 32)));
        machine.Power = (PowerState)words[3];
        Unpack(machine.Interrupts, interrupts, words[4]);
        int restartWords = (int)words[5] * RestartWords;
        machine.Restarts.Load(words.Slice(HeadCount, restartWords));
        machine.Walker.Load(
            words.Slice(HeadCount + restartWords, (int)words[6] * TranslationWords));
        if (machine.Console.Length != 0) machine.Console.Clear();
    }

    private static Link<ExecutionContext> ContextAt(SimulatedMachine machine, uint offset) =>
        offset == 0
            ? default
            : Link<byte>.To(ref machine.State, ref machine.StateBytes[(int)offset])
                .Reinterpret<ExecutionContext>();

    private static ulong Pack(InterruptController controller, ReadOnlySpan<uint> interrupts)
    {
        ulong packed = 0;
        for (int index = 0; index < interrupts.Length; index++)
        {
            InterruptState state = controller[interrupts[index]];
            ulong bits = (state.IsEnabled ? 1ul : 0) | (state.IsEdge ? 2ul : 0)
                | (state.IsLatched ? 4ul : 0) | (state.IsRaised ? 8ul : 0)
                | (state.IsActive ? 16ul : 0) | (state.IsRequested ? 32ul : 0);
            packed |= bits << (index * InterruptBits);
        }
        return packed;
    }

    private static void Unpack(
        InterruptController controller, ReadOnlySpan<uint> interrupts, ulong packed)
    {
        for (int index = 0; index < interrupts.Length; index++)
        {
            ulong bits = packed >> (index * InterruptBits);
            controller.Put(interrupts[index], new InterruptState
            {
                IsEnabled = (bits & 1) != 0,
                IsEdge = (bits & 2) != 0,
                IsLatched = (bits & 4) != 0,
                IsRaised = (bits & 8) != 0,
                IsActive = (bits & 16) != 0,
                IsRequested = (bits & 32) != 0,
            });
        }
    }
}
