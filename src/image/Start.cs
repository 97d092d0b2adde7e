// SPDX-License-Identifier: MIT
namespace Bulkhead.Image;

/// <summary>From the boot code to the first context.</summary>
internal static class Start
{
    private const ulong GuestAddressLimit = 1ul << Limits.GuestAddressBits;

    [RuntimeExport("kernel_main")]
    private static ref ExecutionContext Main(ulong deviceTree)
    {
        ref KernelState state = ref KernelBlock.State;
        Check<Arm64<QemuVirt>>.That(
            (ulong)Unsafe.SizeOf<KernelState>() <= KernelBlock.StateBytes, Invariant.StateFits);
        Startup<Arm64<QemuVirt>>.InitializeCpus(ref state);
        Arm64<QemuVirt>.InitializeHardware();
        state.Cpus[0].IsNativeMode = 1;
        // Without a device tree the image's own word for the memory is all there is.
        ulong memoryEnd = Arm64<QemuVirt>.FindMemoryEnd(deviceTree);
        if (memoryEnd == 0) memoryEnd = GuestAddressLimit;
        ImageTables tables = new(KernelBlock.ImageBytes);
        Reason reason = ImageCheck.Check(
            tables, QemuVirt.Name, KernelBlock.ImageAddress, QemuVirt.MemoryBase, memoryEnd);
        if (reason == Reason.None)
        {
            reason = Startup<Arm64<QemuVirt>>.CreateManager(ref state, tables);
        }

        if (reason == Reason.None)
        {
            reason = Startup<Arm64<QemuVirt>>.StartCpus(ref state, tables.Header.CpuCount);
        }

        if (reason != Reason.None) Refuse(reason);
        return ref Scheduler<Arm64<QemuVirt>>.Dispatch(ref state, ref state.Cpus[0]);
    }

    [RuntimeExport("kernel_join")]
    private static ref ExecutionContext Join(ulong number)
    {
        ref Cpu cpu = ref KernelBlock.State.Cpus[(int)number];
        Arm64<QemuVirt>.InitializeCpu();
        cpu.IsNativeMode = 1;
        return ref Startup<Arm64<QemuVirt>>.Join(ref KernelBlock.State, ref cpu);
    }

    private static void Refuse(Reason reason)
    {
        Arm64<QemuVirt>.Write("\r\nbulkhead: system image refused: "u8);
        Arm64<QemuVirt>.Write(ReasonText.Of(reason));
        Arm64<QemuVirt>.Write(" (reason "u8);
        Arm64<QemuVirt>.WriteDecimal((ulong)reason);
        Arm64<QemuVirt>.Write(")\r\n"u8);
        Arm64<QemuVirt>.Shutdown(false);
    }
}
