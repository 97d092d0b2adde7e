// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Registers;

/// <summary>Values of HCR_EL2 (Arm ARM D19.2.48).</summary>
internal static class HypervisorConfiguration
{
    private const ulong Vm = 1 << 0;
    private const ulong Swio = 1 << 1;
    private const ulong Ptw = 1 << 2;
    private const ulong Fmo = 1 << 3;
    private const ulong Imo = 1 << 4;
    private const ulong Amo = 1 << 5;
    private const ulong Fb = 1 << 9;
    private const ulong BsuInner = 1 << 10;
    private const ulong Dc = 1 << 12;
    private const ulong Twi = 1 << 13;
    private const ulong Tid3 = 1 << 18;
    private const ulong Tsc = 1 << 19;
    private const ulong Tidcp = 1 << 20;
    private const ulong Tacr = 1 << 21;
    private const ulong Tsw = 1 << 22;
    private const ulong Tge = 1 << 27;
    private const ulong Rw = 1ul << 31;
    private const ulong Common = Vm | Fmo | Imo | Amo | Fb | BsuInner | Rw;

    /// <summary>A native thread: EL0 under the second stage alone, every exception to
    /// EL2.</summary>
    internal const ulong Native = Common | Dc | Tge;

    /// <summary>A guest: waits, identification registers, SMC, set/way maintenance and
    /// implementation-defined registers trap.
    /// </summary>
    internal const ulong Guest = Common | Swio | Ptw | Twi | Tid3 | Tsc | Tidcp | Tacr | Tsw;
}
