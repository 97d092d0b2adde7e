// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Guest;

/// <summary>Functions of probe.S, start.S and machine.S.</summary>
internal static class Imports
{
    [RuntimeImport("suite_probe")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Probe(ref Registers registers);

    [RuntimeImport("suite_probe_vectors")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void ProbeVectors(ref Registers registers, ref Vectors vectors);

    [RuntimeImport("suite_resume_address")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong ResumeAddress();

    [RuntimeImport("suite_write_code")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void WriteCode(ulong address, ulong word, ulong executedAt);

    [RuntimeImport("guest_read8")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Read8(ulong address);

    [RuntimeImport("guest_read16")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Read16(ulong address);

    [RuntimeImport("guest_read32")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Read32(ulong address);

    [RuntimeImport("guest_read64")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Read64(ulong address);

    [RuntimeImport("guest_write8")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Write8(ulong address, ulong value);

    [RuntimeImport("guest_write16")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Write16(ulong address, ulong value);

    [RuntimeImport("guest_write32")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Write32(ulong address, ulong value);

    [RuntimeImport("guest_write64")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Write64(ulong address, ulong value);

    [RuntimeImport("guest_exception_word")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong ExceptionWord(ulong word);

    [RuntimeImport("guest_expect")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Expect(ulong answer);

    [RuntimeImport("guest_fetch")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Fetch(ulong address);

    [RuntimeImport("guest_illegal_return")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void IllegalReturn(ulong state);

    [RuntimeImport("guest_open")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Open(ulong isOpen);

    [RuntimeImport("guest_wait")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Wait();

    [RuntimeImport("guest_counter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Counter();

    [RuntimeImport("guest_acknowledge")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern uint Acknowledge();

    [RuntimeImport("guest_end_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void EndInterrupt(ulong interrupt);

    [RuntimeImport("guest_secondary_entry")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong SecondaryEntry();

    [RuntimeImport("guest_timer_entry")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong TimerEntry();

    [RuntimeImport("guest_hammer_entry")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong HammerEntry();

    [RuntimeImport("guest_call")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Call(ulong function, ulong x1, ulong x2, ulong x3);

    [RuntimeImport("guest_address")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong AddressOf(ref Registers registers);

    [RuntimeImport("guest_code")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CodeAddress();
}
