// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Gic;

/// <summary>
/// GICv3 redistributor of one virtual CPU, without LPIs: the control frame and the frame of its
/// private interrupts (software-generated 0 to 15, private peripheral 16 to 31).
/// </summary>
public struct Redistributor
{
    private const uint PrivateFrame = 0x1_0000;
    private const uint WakerOffset = 0x14;

    // GICR_WAKER: ProcessorSleep, ChildrenAsleep.
    private const uint ProcessorSleep = 1u << 1;
    private const uint ChildrenAsleep = 1u << 2;

    // Software-generated interrupts are edges, private peripheral ones here always levels.
    private const uint PrivateEdges = 0xffff;

    private InterruptBank _bank;
    private ulong _type;
    private bool _isAwake;

    /// <summary>Prepares the reset state: asleep, everything disabled.</summary>
    /// <param name="vcpu">Number of the virtual CPU, also its affinity level 0.</param>
    /// <param name="isLast">Whether no further redistributor follows.</param>
    public void Initialize(uint vcpu, bool isLast)
    {
        _bank.Initialize(0, (byte)vcpu, PrivateEdges);
        // GICR_TYPER: affinity in 63:32, processor number in 23:8, Last in 4.
        _type = ((ulong)vcpu << 32) | (vcpu << 8) | (isLast ? 1u << 4 : 0);
        _isAwake = false;
    }

    /// <summary>Takes over the distributor's group enable.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="isEnabled">Whether group 1 is enabled.</param>
    public void SetGroup<TPort>(ref TPort port, bool isEnabled)
        where TPort : struct, IInterruptPort =>
        _bank.SetGroup(ref port, isEnabled);

    /// <summary>Reads.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">0 to 0x1ffff, a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <returns>The value; 0 for what is not implemented.</returns>
    public ulong Read<TPort>(ref TPort port, uint offset, uint bytes)
        where TPort : struct, IInterruptPort
    {
        uint inFrame = offset & (PrivateFrame - 1);
        if (inFrame >= GicIdentification.FirstOffset)
            return bytes == 4 ? GicIdentification.Read(inFrame) : 0;
        if (offset < PrivateFrame) return ReadControl(offset, bytes);
        if (!TryDecode(inFrame, bytes, out BankRegister register)) return 0;
        return InterruptBankRegisters.Read(ref _bank, ref port, register, bytes);
    }

    /// <summary>Writes.</summary>
    /// <typeparam name="TPort">The kernel.</typeparam>
    /// <param name="port">The kernel.</param>
    /// <param name="offset">0 to 0x1ffff, a multiple of <paramref name="bytes"/>.</param>
    /// <param name="bytes">1, 2, 4 or 8.</param>
    /// <param name="value">The value, zero-extended.</param>
    public void Write<TPort>(ref TPort port, uint offset, uint bytes, ulong value)
        where TPort : struct, IInterruptPort
    {
        if (offset < PrivateFrame)
        {
            if (offset == WakerOffset && bytes == 4) _isAwake = (value & ProcessorSleep) == 0;
            return;
        }
        if (!TryDecode(offset - PrivateFrame, bytes, out BankRegister register)) return;
        InterruptBankRegisters.Write(ref _bank, ref port, register, bytes, (uint)value, 0);
    }

    private readonly ulong ReadControl(uint offset, uint bytes) => (offset, bytes) switch
    {
        (0x04, 4) => GicIdentification.Implementer,
        (0x08, 8) => _type,
        (0x08, 4) => (uint)_type,
        (0x0c, 4) => _type >> 32,
        // The children follow at once: there is nothing to quiesce.
        (WakerOffset, 4) => _isAwake ? 0 : ProcessorSleep | ChildrenAsleep,
        _ => 0,
    };

    private static bool TryDecode(uint offset, uint bytes, out BankRegister register)
    {
        register = new BankRegister(offset);
        return offset - BankRegister.FirstOffset < BankRegister.EndOffset - BankRegister.FirstOffset
            && register.Bank == 0 && register.Allows(bytes);
    }
}
