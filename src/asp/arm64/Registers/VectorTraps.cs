// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>Values of CPTR_EL2 with E2H = 0 (Arm ARM D19.2.34): SVE, SME, trace and activity
/// monitors always trap.</summary>
internal static class VectorTraps
{
    /// <summary>FP and SIMD registers may be used.</summary>
    internal const ulong Open = 0x4010_33ff;

    /// <summary>The first use traps, so that the registers can change owner.</summary>
    internal const ulong Closed = Open | (1 << 10);
}
