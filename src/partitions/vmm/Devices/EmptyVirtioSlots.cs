// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Devices;

/// <summary>virtio-mmio slots without a device (virtio 1.2, 4.2.2): device id 0 tells a driver to
/// look no further.
/// </summary>
public static class EmptyVirtioSlots
{
    private const uint SlotMask = 0x1ff;

    /// <summary>Reads.</summary>
    /// <param name="offset">Offset in all slots, a multiple of 4.</param>
    /// <returns>The register.</returns>
    public static uint Read(uint offset) => (offset & SlotMask) switch
    {
        0 => 0x7472_6976, // MagicValue: "virt"
        4 => 2,           // Version
        _ => 0,           // DeviceID and the rest
    };
}
