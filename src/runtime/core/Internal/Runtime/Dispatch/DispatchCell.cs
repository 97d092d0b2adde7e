// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime.Dispatch;

/// <summary>Where one call through an interface begins.</summary>
/// <remarks>
/// Two words: the address of a stub, and either what to look for (bits 1:0 are 3, the rest the
/// distance to the interface's table) or the address of a <see cref="DispatchTarget"/>. Cells of
/// one
/// slot lie in a row that ends with a null stub and, in the low half of the second word, the slot.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DispatchCell
{
    internal nint Stub;
    internal nint Cache;

    internal const nint UnresolvedBits = 3;

    internal static bool IsUnresolved(nint cache) => (cache & 3) == UnresolvedBits;

    internal static MethodTable* InterfaceOf(DispatchCell* cell, nint cache)
    {
        int distance = (int)cache & ~3;
        // The low two bits are a mark, the distance counts from the word itself.
        return (MethodTable*)((byte*)&cell->Cache + distance);
    }

    internal static int SlotOf(DispatchCell* cell)
    {
        while (cell->Stub != 0)
            cell++;
        return (int)(cell->Cache & 0xFFFF);
    }
}
