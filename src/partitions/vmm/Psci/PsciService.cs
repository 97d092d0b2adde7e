// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Vmm.Ports;

namespace Bulkhead.Vmm.Psci;

/// <summary>
/// PSCI 1.1 (DEN 0022) and the architecture calls of SMCCC 1.1 (DEN 0028), by HVC and by trapped
/// SMC alike. Any other call returns NOT_SUPPORTED and keeps x1 to x17.
/// </summary>
public static class PsciService
{
    private const ulong Version1_1 = 0x0001_0001;

    // MIGRATE_INFO_TYPE: no trusted OS, nothing to migrate.
    private const ulong NoMigration = 2;

    // CPU_SUSPEND power_state in its original format: every bit but level, type and state id is
    // reserved.
    private const ulong PowerStateReserved = 0xfcfe_0000;

    // AFFINITY_INFO.
    private const ulong AffinityOn = 0, AffinityOff = 1, AffinityOnPending = 2;

    /// <summary>Answers a call.</summary>
    /// <typeparam name="TPort">The virtual CPUs.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="vcpu">Number of the virtual CPU that calls.</param>
    /// <param name="vcpus">All virtual CPUs.</param>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="port">The virtual CPUs.</param>
    /// <returns>What follows.</returns>
    public static PsciReply Invoke<TPort>(
        in SmcccCall call, uint vcpu, ref VcpuTable vcpus, in GuestMemoryRange memory,
        ref TPort port)
        where TPort : struct, IVcpuPort
    {
        if (call.Immediate != 0) return PsciReply.Returns(PsciResult.NotSupported);
        switch (call.Function)
        {
            case SmcccFunction.SmcccVersion:
            case SmcccFunction.PsciVersion: return PsciReply.Value(Version1_1);
            case SmcccFunction.ArchFeatures: return ArchFeatures((uint)call.Argument1);
            case SmcccFunction.PsciFeatures:
                return PsciReply.Returns(Features((uint)call.Argument1));
            case SmcccFunction.MigrateInfoType: return PsciReply.Value(NoMigration);
            case SmcccFunction.CpuSuspend:
            case SmcccFunction.CpuSuspend64: return Suspend((uint)call.Argument1);
            case SmcccFunction.CpuOff:
                vcpus[vcpu].State = VcpuState.Off;
                return PsciReply.Off;
            case SmcccFunction.CpuOn:
            case SmcccFunction.CpuOn64:
                return PsciReply.Returns(TurnOn(call, ref vcpus, memory, ref port));
            case SmcccFunction.AffinityInfo:
            case SmcccFunction.AffinityInfo64: return AffinityInfo(call, ref vcpus);
            case SmcccFunction.SystemOff: return PsciReply.Ends(GuestEnd.PowerOff);
            case SmcccFunction.SystemReset: return PsciReply.Ends(GuestEnd.Reset);
            default: return PsciReply.Returns(PsciResult.NotSupported);
        }
    }

    // The workarounds for branch-predictor attacks (ids 0x80008000, 0x80007fff, 0x80003fff) are not
    // offered, and whether this CPU needs them is not known here: NOT_SUPPORTED makes the guest
    // rely on its ID registers.
    private static PsciReply ArchFeatures(uint function) => PsciReply.Returns(
        function is SmcccFunction.SmcccVersion or SmcccFunction.ArchFeatures
            ? PsciResult.Success
            : PsciResult.NotSupported);

    // For CPU_SUSPEND the value 0 says: original power_state format, no OS-initiated mode.
    private static PsciResult Features(uint function) => function switch
    {
        SmcccFunction.SmcccVersion or SmcccFunction.PsciVersion or SmcccFunction.PsciFeatures
            or SmcccFunction.CpuSuspend or SmcccFunction.CpuSuspend64 or SmcccFunction.CpuOff
            or SmcccFunction.CpuOn or SmcccFunction.CpuOn64
            or SmcccFunction.AffinityInfo or SmcccFunction.AffinityInfo64
            or SmcccFunction.MigrateInfoType
            or SmcccFunction.SystemOff or SmcccFunction.SystemReset => PsciResult.Success,
        _ => PsciResult.NotSupported,
    };

    // A power-down state may be entered as standby, which then returns with success (DEN 0022,
    // 5.4.2).
    private static PsciReply Suspend(uint powerState) => (powerState & PowerStateReserved) != 0
        ? PsciReply.Returns(PsciResult.InvalidParameters)
        : PsciReply.Standby;

    private static PsciResult TurnOn<TPort>(
        in SmcccCall call, ref VcpuTable vcpus, in GuestMemoryRange memory, ref TPort port)
        where TPort : struct, IVcpuPort
    {
        if (!vcpus.TryFind(call.Argument1, out uint target)) return PsciResult.InvalidParameters;
        if (!memory.HasInstruction(call.Argument2)) return PsciResult.InvalidAddress;
        ref Vcpu vcpu = ref vcpus[target];
        if (vcpu.State == VcpuState.On) return PsciResult.AlreadyOn;
        if (vcpu.State == VcpuState.OnPending) return PsciResult.OnPending;
        vcpu.State = VcpuState.OnPending;
        vcpu.Entry = call.Argument2;
        vcpu.Context = call.Argument3;
        if (port.Recall(target)) return PsciResult.Success;
        vcpu.State = VcpuState.Off;
        return PsciResult.InternalFailure;
    }

    // Affinity levels above 0 are optional since PSCI 1.0 (DEN 0022, 5.7.2).
    private static PsciReply AffinityInfo(in SmcccCall call, ref VcpuTable vcpus)
    {
        if (call.Argument2 != 0 || !vcpus.TryFind(call.Argument1, out uint target))
            return PsciReply.Returns(PsciResult.InvalidParameters);
        return PsciReply.Value(vcpus[target].State switch
        {
            VcpuState.On => AffinityOn,
            VcpuState.OnPending => AffinityOnPending,
            _ => AffinityOff,
        });
    }
}
