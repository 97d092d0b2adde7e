// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Devices;

/// <summary>
/// A PL031 real-time clock (DDI 0224) that counts seconds from the start of the machine, or from
/// what the guest loads. Its alarm never fires.
/// </summary>
public struct RealTimeClock
{
    private const uint Data = 0x00, Match = 0x04, Load = 0x08, Control = 0x0c, Mask = 0x10;

    private uint _offsetSeconds;
    private uint _load;
    private uint _match;
    private uint _mask;

    /// <summary>Reads.</summary>
    /// <typeparam name="TPort">The system counter.</typeparam>
    /// <param name="port">The system counter.</param>
    /// <param name="offset">0 to 0xffc, a multiple of 4.</param>
    /// <returns>The register; 0 where there is none.</returns>
    public readonly uint Read<TPort>(ref TPort port, uint offset)
        where TPort : struct, IClockPort => offset switch
    {
        Data => _offsetSeconds + Seconds(ref port),
        Match => _match,
        Load => _load,
        Control => 1,
        Mask => _mask,
        0xfe0 => 0x31, // part 0x031, designer 0x41, revision 0
        0xfe4 => 0x10,
        0xfe8 => 0x04,
        0xff0 => 0x0d,
        0xff4 => 0xf0,
        0xff8 => 0x05,
        0xffc => 0xb1,
        _ => 0,
    };

    /// <summary>Writes.</summary>
    /// <typeparam name="TPort">The system counter.</typeparam>
    /// <param name="port">The system counter.</param>
    /// <param name="offset">0 to 0xffc, a multiple of 4.</param>
    /// <param name="value">The value.</param>
    public void Write<TPort>(ref TPort port, uint offset, uint value)
        where TPort : struct, IClockPort
    {
        switch (offset)
        {
            case Match: _match = value; break;
            case Mask: _mask = value & 1; break;
            case Load:
                _load = value;
                _offsetSeconds = value - Seconds(ref port);
                break;
            default: break;
        }
    }

    private static uint Seconds<TPort>(ref TPort port) where TPort : struct, IClockPort =>
        (uint)(port.NowTicks / port.FrequencyHz);
}
