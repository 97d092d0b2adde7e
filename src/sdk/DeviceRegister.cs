// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Native;

/// <summary>
/// A device register in its three sizes. Only volatile fields keep every access: plain ones may be
/// merged or dropped by the compiler.
/// </summary>
[StructLayout(LayoutKind.Explicit)]
internal struct DeviceRegister
{
    /// <summary>8 bits.</summary>
    [FieldOffset(0)]
    internal volatile byte Byte;

    /// <summary>16 bits.</summary>
    [FieldOffset(0)]
    internal volatile ushort Half;

    /// <summary>32 bits.</summary>
    [FieldOffset(0)]
    internal volatile uint Word;
}
