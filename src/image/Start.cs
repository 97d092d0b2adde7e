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
        Check<Arm64<Board>>.That(
            (ulong)Unsafe.SizeOf<KernelState>() <= KernelBlock.StateBytes, Invariant.StateFits);
        Startup<Arm64<Board>>.InitializeCpus(ref state);
        Arm64<Board>.InitializeHardware();
        state.Cpus[0].IsNativeMode = 1;
        // Without a device tree the image's own word for the memory is all there is.
        ulong memoryEnd = Arm64<Board>.FindMemoryEnd(deviceTree);
        if (memoryEnd == 0) memoryEnd = GuestAddressLimit;
        ImageTables tables = new(KernelBlock.ImageBytes);
        Reason reason = ImageCheck.Check(
            tables, Board.Name, KernelBlock.ImageAddress, Board.MemoryBase, memoryEnd);
        if (reason == Reason.None)
        {
            reason = Startup<Arm64<Board>>.CreateManager(ref state, tables);
        }

        if (reason == Reason.None)
        {
            reason = Startup<Arm64<Board>>.StartCpus(ref state, tables.Header.CpuCount);
        }

        if (reason != Reason.None) Refuse(reason);
        return ref Scheduler<Arm64<Board>>.Dispatch(ref state, ref state.Cpus[0]);
    }

    [RuntimeExport("kernel_join")]
    private static ref ExecutionContext Join()
    {
        ref Cpu cpu = ref KernelBlock.State.Cpus[(int)Arm64<Board>.CpuNumber];
        Arm64<Board>.InitializeCpu();
        cpu.IsNativeMode = 1;
        return ref Startup<Arm64<Board>>.Join(ref KernelBlock.State, ref cpu);
    }

    private static void Refuse(Reason reason)
    {
        Arm64<Board>.Write("\r\nbulkhead: system image refused: "u8);
        Arm64<Board>.Write(ReasonText.Of(reason));
        Arm64<Board>.Write(" (reason "u8);
        Arm64<Board>.WriteDecimal((ulong)reason);
        Arm64<Board>.Write(")\r\n"u8);
        Arm64<Board>.Shutdown(false);
    }
}
