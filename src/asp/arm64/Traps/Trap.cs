// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Asp.Arm64.Registers;

namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>What the processor says of a synchronous exception.</summary>
internal readonly struct Trap
{
    internal readonly ExceptionSyndrome Syndrome;

    private readonly ulong _page;

    internal Trap(ulong syndrome, ulong address, ulong page)
    {
        Syndrome = new ExceptionSyndrome(syndrome);
        Address = address;
        _page = page;
    }

    /// <summary>The virtual address that it concerns (FAR_EL2).</summary>
    internal ulong Address { get; }

    /// <summary>The guest-physical address that it concerns: HPFAR_EL2 bits 43:4 are bits 51:12 of it.</summary>
    internal ulong GuestAddress
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ((_page & 0xfff_ffff_fff0) << 8) | (Address & 0xfff);
    }
}
