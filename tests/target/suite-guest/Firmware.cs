// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest;

/// <summary>Calls by HVC and SMC.</summary>
internal static class Firmware
{
    internal const ulong NotSupported = 0xffff_ffff_ffff_ffff;
    internal const ulong InvalidParameters = NotSupported - 1, AlreadyOn = NotSupported - 3;
    internal const ulong InvalidAddress = NotSupported - 8;

    private const uint Hypervisor = 0xd400_0002, Monitor = 0xd400_0003;

    /// <summary>Makes a call with immediate 0 by HVC.</summary>
    /// <param name="function">x0.</param>
    /// <param name="x1">Argument.</param>
    /// <param name="x2">Argument.</param>
    /// <param name="x3">Argument.</param>
    /// <returns>x0 afterwards.</returns>
    internal static ulong Call(ulong function, ulong x1 = 0, ulong x2 = 0, ulong x3 = 0)
    {
        var registers = default(Registers);
        registers[0] = function;
        registers[1] = x1;
        registers[2] = x2;
        registers[3] = x3;
        Code.Execute(Hypervisor, ref registers);
        return registers[0];
    }

    /// <summary>Makes a call with every register given.</summary>
    /// <param name="immediate">16 bits.</param>
    /// <param name="isMonitor">SMC rather than HVC.</param>
    /// <param name="registers">The registers, afterwards what they became.</param>
    /// <returns>Exceptions that it raised.</returns>
    internal static ulong Call(uint immediate, bool isMonitor, ref Registers registers) =>
        Code.Execute((isMonitor ? Monitor : Hypervisor) | (immediate << 5), ref registers);
}
