// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Guest;

/// <summary>Switches a timer off inside an interrupt, where the probe may be in use.</summary>
internal static class TimerControl
{
    /// <summary>Switches a timer off.</summary>
    /// <param name="name">Name of its control register.</param>
    internal static void Silence(uint name)
    {
        if (name == SystemRegister.VirtualControl) SilenceVirtual();
        else SilencePhysical();
    }

    /// <summary>Switches the virtual timer on.</summary>
    /// <param name="compare">When it fires, in counter ticks.</param>
    internal static void Start(ulong compare) => StartVirtual(compare);

    [RuntimeImport("guest_start_virtual")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void StartVirtual(ulong compare);

    [RuntimeImport("guest_silence_virtual")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void SilenceVirtual();

    [RuntimeImport("guest_silence_physical")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void SilencePhysical();
}
