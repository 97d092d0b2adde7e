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

    /// <summary>Answers an access.</summary>
    /// <typeparam name="TPort">The system counter.</typeparam>
    /// <param name="identification">The ID registers so far.</param>
    /// <param name="port">The system counter.</param>
    /// <param name="access">Which register, and whether it is read.</param>
    /// <param name="value">The value written; of a read ID register the processor's own
    /// value.</param>
    /// <returns>The answer.</returns>
    public static ExitReply Access<TPort>(
        ref IdentificationCache identification, ref TPort port, RegisterAccess access, ulong value)
        where TPort : struct, IClockPort
    {
        var name = new RegisterName(access);
        if (name.Op0 == Registers && name.IsIdentification)
        {
            return access.IsRead ? ExitReply.Read(identification.Learn(access, value))
                : ExitReply.Undefined;
        }
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
