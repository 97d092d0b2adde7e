// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Registers;

/// <summary>
/// Answers trapped system-register and system-instruction accesses. What is not listed is undefined
/// for the guest, as on a processor without the feature.
/// </summary>
public static class SystemRegisterTable
{
    private const uint Instructions = 1, Debug = 2, Registers = 3;

    // Direction, op0, op1, CRn and the upper half of CRm of a read among the ID registers.
    private const ulong IdentificationMask =
        1 | (3ul << 20) | (7ul << 14) | (15ul << 10) | (8ul << 1);

    private const ulong IdentificationRead = 1 | (3ul << 20);
    private const ulong RowMask = 7ul << 1;

    /// <summary>Whether an access reads one of the ID registers that HCR_EL2.TID3 traps: the most
    /// frequent one, which needs no more than <see cref="ReadIdentification"/>.</summary>
    /// <param name="access">The access.</param>
    /// <returns>True when it does.</returns>
    public static bool IsIdentificationRead(RegisterAccess access) =>
        (access.Value & IdentificationMask) == IdentificationRead && (access.Value & RowMask) != 0;

    /// <summary>Reads an ID register.</summary>
    /// <param name="access">An access that <see cref="IsIdentificationRead"/>.</param>
    /// <param name="hardware">The processor's own value.</param>
    /// <returns>What the guest sees.</returns>
    public static ulong ReadIdentification(RegisterAccess access, ulong hardware)
    {
        var name = new RegisterName(access);
        return IdRegisterView.Narrow(name.Crm, name.Op2, hardware);
    }

    /// <summary>Answers an access.</summary>
    /// <typeparam name="TPort">The system counter.</typeparam>
    /// <param name="port">The system counter.</param>
    /// <param name="access">Which register, and whether it is read.</param>
    /// <param name="value">The value written; of a read ID register the processor's own
    /// value.</param>
    /// <returns>The answer.</returns>
    public static ExitReply Access<TPort>(ref TPort port, RegisterAccess access, ulong value)
        where TPort : struct, IClockPort
    {
        var name = new RegisterName(access);
        return name.Op0 switch
        {
            Registers => AccessRegister(ref port, name, access.IsRead, value),
            Debug => DebugRegisters.Access(name, access.IsRead),
            Instructions when name.IsSetWayMaintenance && !access.IsRead => ExitReply.Written,
            _ => ExitReply.Undefined,
        };
    }

    private static ExitReply AccessRegister<TPort>(
        ref TPort port, RegisterName name, bool isRead, ulong value)
        where TPort : struct, IClockPort
    {
        if (name.IsIdentification)
        {
            return isRead ? ExitReply.Read(IdRegisterView.Narrow(name.Crm, name.Op2, value))
                : ExitReply.Undefined;
        }
        if (name.IsProcessorSpecificId) return isRead ? ExitReply.Read(0) : ExitReply.Undefined;
        if (name.IsPhysicalCounter)
            return isRead ? ExitReply.Read(port.NowTicks) : ExitReply.Undefined;
        if (name.IsAuxiliaryControl || name.IsPerformanceMonitor) return Ignore(isRead);
        // SGIs of group 0 and of the other security state have no receiver here.
        if (name.IsForeignSoftwareInterrupt)
            return isRead ? ExitReply.Undefined : ExitReply.Written;
        return ExitReply.Undefined;
    }

    /// <summary>Reads as zero, ignores writes.</summary>
    /// <param name="isRead">Whether the access is a read.</param>
    /// <returns>The answer.</returns>
    public static ExitReply Ignore(bool isRead) => isRead ? ExitReply.Read(0) : ExitReply.Written;
}
