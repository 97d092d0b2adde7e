// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>Which slot of a class implements which slot of its interfaces.</summary>
/// <remarks>Four counts, then entries: standard ones, then those of default implementations.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DispatchMap
{
    internal readonly ushort StandardCount;
    internal readonly ushort DefaultCount;
    internal readonly ushort StandardStaticCount;
    internal readonly ushort DefaultStaticCount;

    internal static DispatchEntry* Entries(DispatchMap* map) => (DispatchEntry*)(map + 1);
}

/// <summary>One line of a <see cref="DispatchMap"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DispatchEntry
{
    internal readonly ushort Interface;
    internal readonly ushort InterfaceSlot;
    internal readonly ushort Slot;
}
