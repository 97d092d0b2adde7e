// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest;

/// <summary>The guest's PL011 (DDI 0183).</summary>
internal static class Uart
{
    internal const ulong Base = 0x0900_0000;
    internal const ulong Data = Base, Flags = Base + 0x18, Mask = Base + 0x38;
    internal const ulong RawStatus = Base + 0x3c, MaskedStatus = Base + 0x40, Clear = Base + 0x44;

    /// <summary>Its interrupt.</summary>
    internal const uint Interrupt = 33;

    /// <summary>The transmit interrupt in mask and status.</summary>
    internal const ulong Transmit = 1 << 5;

    private const ulong TransmitFull = 1 << 5;

    /// <summary>Prints a character.</summary>
    /// <param name="value">The character.</param>
    internal static void Put(byte value)
    {
        while ((Imports.Read32(Flags) & TransmitFull) != 0) { }
        Imports.Write32(Data, value);
    }
}
