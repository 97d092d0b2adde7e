// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64;

/// <summary>Several CPUs: software-generated interrupts, start by PSCI or by a spin
/// table.</summary>
public readonly partial struct Arm64<TBoard>
{
    // PSCI 1.1, 5.6.
    private const ulong CpuOn = 0xc400_0003;

    /// <inheritdoc/>
    public static void Interrupt(uint cpu)
    {
        Native.PublishTables();
        Native.WriteSoftwareInterrupt(((ulong)Gic<TBoard>.CallInterrupt << 24) | (1ul << (int)cpu));
    }

    /// <summary>Number of the CPU that asks: its affinity is 0.0.0.number.</summary>
    public static uint CpuNumber => (uint)Native.ReadProcessor() & 0xff;

    /// <inheritdoc/>
    public static void Relax() => System.Runtime.Intrinsics.Arm.ArmBase.Yield();

    /// <inheritdoc/>
    public static void GiveUp(ref KernelState state, ref Cpu cpu)
    {
        if (!cpu.SystemOwner.IsNone) SystemState<TBoard>.Displace(ref state, ref cpu);
        // Whoever runs next is not taken for the one that trapped, even in the same row.
        Native.WriteCurrentContext(0);
        // Nor does it walk ahead in the space of a domain that goes: the manager's never does.
        Native.WriteTranslationRoot(state.Domains[0].TranslationRoot);
    }

    /// <inheritdoc/>
    public static bool StartCpu(uint cpu)
    {
        ulong entry = Native.SecondaryAddress();
        return TBoard.HasPsci
            ? Native.Firmware(CpuOn, cpu, entry, 0) == 0
            : BootWindow.Release(TBoard.ReleaseAddress(cpu), entry);
    }
}
