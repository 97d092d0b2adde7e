// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>Vector registers over exits: the monitor and the neighbours use them too.</summary>
internal static class VectorTests
{
    // LDR W1, [X0]; HVC #0; WFI.
    private const uint Load = 0xb940_0001, Call = 0xd400_0002, Sleep = 0xd503_207f;

    internal static void Run()
    {
        Try("vectors-over-device-accesses"u8, Load, 300);
        Try("vectors-over-calls"u8, Call, 300);
        Gic.Enable(27, 0x80);
        Try("vectors-over-sleep"u8, Sleep, 50);
    }

    private static void Try(System.ReadOnlySpan<byte> name, uint instruction, uint rounds)
    {
        Tally wrong = default;
        var registers = default(Registers);
        // The probe takes the instruction that was executed last.
        registers[0] = Uart.Flags;
        Arm(instruction);
        Code.Execute(instruction, ref registers);
        for (uint round = 0; round < rounds; round++)
        {
            Vectors vectors = default;
            vectors.Fill(0x0f1e_2d3c_4b5a_6978ul * (round + 1));
            Vectors before = vectors;
            registers = default;
            registers[0] = instruction == Call ? 0x8400_0006ul : Uart.Flags;
            Arm(instruction);
            Imports.ProbeVectors(ref registers, ref vectors);
            for (int word = 0; word < Vectors.Count; word++)
                wrong.Add((uint)word, vectors[word] == before[word], vectors[word]);
        }
        TimerControl.Silence(SystemRegister.VirtualControl);
        Report.None(name, in wrong);
    }

    private static void Arm(uint instruction)
    {
        if (instruction == Sleep) TimerControl.Start(Imports.Counter() + 20_000);
    }
}
