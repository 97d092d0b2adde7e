// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Vector and general registers over switches: threads that take turns, threads that are
/// interrupted, a server that uses them.</summary>
internal static class VectorTests
{
    private const uint Done = Places.Free, Go = Places.Free + 2, Partners = 3;
    private const uint SupervisorCall = 0xd400_0001;
    private const int Up = 0, Down = 1, Seed = 2, Wrong = 3, Rounds = 4;

    private static Block s_first, s_second, s_third;

    internal static void Run()
    {
        TakeTurns("turns-with-lower-partners"u8, Worker.TesterPriority - 20);
        TakeTurns("turns-with-higher-partners"u8, Worker.TesterPriority + 20);
        Interrupted();
    }

    private static void TakeTurns(System.ReadOnlySpan<byte> name, uint priority)
    {
        Kernel.CreateSemaphore(Done, 0);
        Start(1, ref s_first, priority);
        Start(2, ref s_second, priority);
        Start(3, ref s_third, priority);
        var vectors = default(Vectors);
        Tally wrong = default;
        for (uint partner = 0; partner < Partners; partner++)
        {
            WaitForPartner(ref vectors, ref wrong);
        }

        for (uint round = 0; round < 120; round++)
        {
            vectors.Fill(0x1111_2222_3333ul * (round + 1));
            Step(Hypercall.SemaphoreUp, Go + (round % Partners), ref vectors, ref wrong);
            WaitForPartner(ref vectors, ref wrong);
        }
        Report.None(name, in wrong);
        Report.Equal(
            "partners-keep-theirs"u8, 0, s_first[Wrong] | s_second[Wrong] | s_third[Wrong]);
        Report.Equal("every-turn-was-taken"u8, 120,
            s_first[Rounds] + s_second[Rounds] + s_third[Rounds]);
        Worker.EndAll();
        for (uint partner = 0; partner < Partners; partner++) SystemKernel.Discard(Go + partner);
        SystemKernel.Discard(Done);
    }

    private static void Start(uint number, ref Block block, uint priority)
    {
        Kernel.CreateSemaphore(Go + number - 1, 0);
        block[Up] = Done;
        block[Down] = Go + number - 1;
        block[Seed] = 0x0123_4567_0000_0000ul * number;
        block[Wrong] = 0;
        block[Rounds] = 0;
        Worker.Start(number, ThreadEntry.Partner, Imports.AddressOf(ref block), priority);
    }

    private static void WaitForPartner(ref Vectors vectors, ref Tally wrong) =>
        Step(Hypercall.SemaphoreDown, Done, ref vectors, ref wrong);

    private static void Step(
        Hypercall number, uint selector, ref Vectors vectors, ref Tally wrong)
    {
        Vectors before = vectors;
        var registers = default(Registers);
        registers[0] = selector;
        registers[1] = Kernel.Forever;
        Code.Set(SupervisorCall | ((uint)number << 5));
        Imports.ProbeVectors(ref registers, ref vectors);
        wrong.Add(100, registers[0] == 0, registers[0]);
        for (int word = 0; word < Vectors.Count; word++)
            wrong.Add((uint)word, vectors[word] == before[word], vectors[word]);
    }

    // Two spinners share the CPU while the tester wakes every 50 us and uses the vectors itself.
    private static void Interrupted()
    {
        Kernel.CreateSemaphore(Done, 0);
        Spin(1, ref s_first, 4_000_000);
        Spin(2, ref s_second, 3_000_000);
        Tally wrong = default;
        var vectors = default(Vectors);
        for (uint round = 0; round < 100; round++)
        {
            vectors.Fill(round);
            var registers = default(Registers);
            registers[0] = Places.Nobody;
            registers[1] = Clock.Now + Time.Microseconds(50);
            Vectors before = vectors;
            Code.Set(SupervisorCall | ((uint)Hypercall.SemaphoreDown << 5));
            Imports.ProbeVectors(ref registers, ref vectors);
            for (int word = 0; word < Vectors.Count; word++)
                wrong.Add((uint)word, vectors[word] == before[word], vectors[word]);
        }
        Report.None("woken-by-time-with-vectors"u8, in wrong);
        Kernel.SemaphoreDown(Done, Kernel.Forever, false);
        Kernel.SemaphoreDown(Done, Kernel.Forever, false);
        Compare("interrupted-registers-1"u8, in s_first);
        Compare("interrupted-registers-2"u8, in s_second);
        Worker.EndAll();
        SystemKernel.Discard(Done);
    }

    private static void Spin(uint number, ref Block block, ulong count)
    {
        block = default;
        block[0] = count;
        block[1] = Done;
        block[2] = Places.Nobody;
        Worker.Start(
            number, ThreadEntry.Spinner, Imports.AddressOf(ref block), Worker.TesterPriority - 20,
            Time.Microseconds(200));
    }

    // The patterns of threads.S: general register n at word 3 + n, vector n at 34 + 2 n.
    private static void Compare(System.ReadOnlySpan<byte> name, in Block block)
    {
        Tally wrong = default;
        for (int register = 1; register < Registers.Count; register++)
        {
            ulong expected = Pattern(register);
            wrong.Add((uint)register, block[3 + register] == expected, block[3 + register]);
            ulong low = block[34 + (2 * register)], high = block[35 + (2 * register)];
            wrong.Add(32 + (uint)register, low == expected && high == expected, low);
        }
        Report.None(name, in wrong);
    }

    private static ulong Pattern(int register) =>
        (0xa000ul + (uint)register) << 48 | (0x5000u + (uint)register);
}
