// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Gic;

/// <summary>Identification registers that the distributor and both redistributor frames have
/// (IHI 0069, 12.1.13): offsets 0xffd0 to 0xfffc.</summary>
public static class GicIdentification
{
    /// <summary>First offset.</summary>
    public const uint FirstOffset = 0xffd0;

    /// <summary>GICD_IIDR and GICR_IIDR: product 'B', no registered implementer.</summary>
    public const uint Implementer = 0x4200_0000;

    /// <summary>Reads an identification register.</summary>
    /// <param name="offset">Offset in the frame.</param>
    /// <returns>The value; 0 outside.</returns>
    public static uint Read(uint offset) => offset switch
    {
        0xffd0 => 0x04, // PIDR4
        0xffe0 => 0x92, // PIDR0
        0xffe4 => 0xb4, // PIDR1
        0xffe8 => 0x3b, // PIDR2: architecture revision 3
        0xfff0 => 0x0d, // CIDR0 to CIDR3
        0xfff4 => 0xf0,
        0xfff8 => 0x05,
        0xfffc => 0xb1,
        _ => 0,
    };
}
