// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm.Psci;

/// <summary>Function ids of the SMC Calling Convention (DEN 0028) and of PSCI (DEN 0022) that are
/// answered.</summary>
public static class SmcccFunction
{
    /// <summary>SMCCC_VERSION.</summary>
    public const uint SmcccVersion = 0x8000_0000;

    /// <summary>SMCCC_ARCH_FEATURES.</summary>
    public const uint ArchFeatures = 0x8000_0001;

    /// <summary>PSCI_VERSION.</summary>
    public const uint PsciVersion = 0x8400_0000;

    /// <summary>CPU_SUSPEND, 32-bit.</summary>
    public const uint CpuSuspend = 0x8400_0001;

    /// <summary>CPU_SUSPEND, 64-bit.</summary>
    public const uint CpuSuspend64 = 0xc400_0001;

    /// <summary>CPU_OFF.</summary>
    public const uint CpuOff = 0x8400_0002;

    /// <summary>CPU_ON, 32-bit.</summary>
    public const uint CpuOn = 0x8400_0003;

    /// <summary>CPU_ON, 64-bit.</summary>
    public const uint CpuOn64 = 0xc400_0003;

    /// <summary>AFFINITY_INFO, 32-bit.</summary>
    public const uint AffinityInfo = 0x8400_0004;

    /// <summary>AFFINITY_INFO, 64-bit.</summary>
    public const uint AffinityInfo64 = 0xc400_0004;

    /// <summary>MIGRATE_INFO_TYPE.</summary>
    public const uint MigrateInfoType = 0x8400_0006;

    /// <summary>SYSTEM_OFF.</summary>
    public const uint SystemOff = 0x8400_0008;

    /// <summary>SYSTEM_RESET.</summary>
    public const uint SystemReset = 0x8400_0009;

    /// <summary>PSCI_FEATURES.</summary>
    public const uint PsciFeatures = 0x8400_000a;
}
