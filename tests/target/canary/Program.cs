// SPDX-License-Identifier: MIT
using System;
using System.Buffers.Binary;
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Canary;

/// <summary>Wakes each period and looks at itself; after so many periods it reports.</summary>
public static class Program
{
    private const uint Timer = Selectors.Free;
    private const ulong LatenessMicrosecondsMax = 50;
    private const int BytesMax = 64 << 10;
    private const ulong Seed = 0x1357_9bdf_0246_8ace;

    private static RecordWriter s_records;
    private static Tally s_registers;
    private static Tally s_memory;
    private static Tally s_time;
    private static ulong s_latest;

    /// <summary>The main thread.</summary>
    /// <param name="argument">Number of periods.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        Kernel.CreateSemaphore(Timer, 0);
        Fill(Memory.Write(0, BytesMax));
        ulong period = Clock.TicksOf(Partition.Info.PeriodNanoseconds);
        ulong due = Clock.Now + period;
        ulong previous = 0;
        for (ulong count = 0; count < argument; count++)
        {
            ulong wrong = Imports.Wait(Timer, due, Seed ^ (count << 16));
            ulong now = Clock.Now;
            s_registers.Add(count, wrong == 0, wrong);
            Judge(count, now - due, now >= due && now >= previous);
            previous = now;
            if (count % 64 == 0) Look(count);
            due += period;
        }
        Report();
    }

    private static MemoryWindow Memory =>
        Partition.Window(Partition.FindWindow(WindowKind.Memory));

    private static void Judge(ulong count, ulong lateness, bool isForward)
    {
        if (lateness > s_latest) s_latest = lateness;
        bool isPunctual = lateness < Clock.TicksOf(LatenessMicrosecondsMax * 1000);
        s_time.Add(count, isPunctual && isForward, Clock.NanosecondsOf(lateness));
    }

    private static void Fill(Span<byte> memory)
    {
        for (int at = 0; at < BytesMax; at += 8)
            BinaryPrimitives.WriteUInt64LittleEndian(memory.Slice(at), Seed * ((uint)at + 1));
    }

    private static void Look(ulong count)
    {
        ReadOnlySpan<byte> memory = Memory.Read(0, BytesMax);
        ulong difference = 0;
        for (int at = 0; at < BytesMax; at += 8)
        {
            ulong value = BinaryPrimitives.ReadUInt64LittleEndian(memory.Slice(at));
            difference |= value ^ (Seed * ((uint)at + 1));
        }
        s_memory.Add(count, difference == 0, difference);
    }

    private static void Report()
    {
        s_records.Note("latest period in ns:"u8, Clock.NanosecondsOf(s_latest));
        s_records.None("canary"u8, "registers"u8, in s_registers);
        s_records.None("canary"u8, "memory"u8, in s_memory);
        s_records.None("canary"u8, "time"u8, in s_time);
        s_records.Finish();
    }
}
