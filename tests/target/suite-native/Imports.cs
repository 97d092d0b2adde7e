// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Native;

/// <summary>Functions of probe.S and threads.S.</summary>
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

    [RuntimeImport("suite_load")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Load(ulong address);

    [RuntimeImport("suite_store")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Store(ulong address, ulong value);

    [RuntimeImport("suite_entry")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Entry(ThreadEntry entry);

    [RuntimeImport("suite_stack")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong StackTop(uint thread);

    [RuntimeImport("suite_address")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong AddressOf(ref Block block);
}
