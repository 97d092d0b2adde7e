// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// A copy of a kernel's state without what differs between host and target by nature. Everything
/// that is not named here is compared, byte for byte:
/// <list type="bullet">
/// <item><description>times: boot, charging, what is left of budgets, when a window opened and will
/// end, when the schedule switches, the timer as far as it is armed at all;</description></item>
/// <item><description>registers that only the architecture knows: x10 to x30, processor state,
/// controls, vectors, a guest's system registers; the program counter of a server that waits for a
/// call; all registers of the context that runs, which are in the processor;</description></item>
/// <item><description>addresses inside the state, which become offsets, and the encoding of table
/// entries, of which address and access stay.</description></item>
/// </list>
/// </summary>
public sealed class CanonicalState
{
    private const ulong LeafMark = 1ul << 60;
    private const ulong InsideMark = 1ul << 61;
    private const int FirstUnseenRegister = 10;

    private readonly byte[] _bytes;

    private CanonicalState(byte[] bytes) => _bytes = bytes;

    /// <summary>Bytes of a state.</summary>
    public static int Size => Unsafe.SizeOf<KernelState>();

    /// <summary>The canonical bytes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Their hash.</summary>
    public ulong Hash => Hash64.Compute(_bytes);

    /// <summary>Makes a state canonical.</summary>
    /// <param name="state">The kernel's state, of either world.</param>
    /// <param name="stateBase">Its host-physical address.</param>
    /// <param name="current">The context that runs; none: idle.</param>
    /// <returns>The canonical copy.</returns>
    public static CanonicalState Of(
        ReadOnlySpan<byte> state, ulong stateBase, Link<ExecutionContext> current)
    {
        byte[] bytes = state[..Size].ToArray();
        ref KernelState copy = ref MemoryMarshal.AsRef<KernelState>(bytes.AsSpan());
        copy.System.BootTicks = 0;
        copy.System.FirstGuestEntryTicks = 0;
        copy.SwitchTicks = 0;
        foreach (ref Cpu cpu in copy.Cpus) Clean(ref cpu);
        foreach (ref ExecutionContext context in copy.Contexts)
        {
            Clean(ref context, stateBase, context.Self == current && !current.IsNone);
        }
        foreach (ref VirtualCpu vcpu in copy.Vcpus)
        {
            vcpu.System = default;
            vcpu.Interface = default;
        }
        foreach (ref ProtectionDomain domain in copy.Domains)
        {
            domain.TranslationRoot = Relative(domain.TranslationRoot, stateBase);
        }
        foreach (ref SchedulingContext entry in copy.SchedulingContexts) Clean(ref entry);
        foreach (ref TablePage page in copy.Tables) Clean(ref page, stateBase);
        foreach (ref Mapping mapping in copy.Mappings) Clean(ref mapping, stateBase);
        return new CanonicalState(bytes);
    }

    /// <summary>Whether nothing runs.</summary>
    /// <param name="state">The kernel's state, of either world.</param>
    /// <returns>Whether the only CPU in use is idle.</returns>
    public static bool IsIdle(ReadOnlySpan<byte> state) =>
        MemoryMarshal.AsRef<KernelState>(state).Cpus[0].Current.IsNone;

    private static void Clean(ref Cpu cpu)
    {
        cpu.ChargedUntil = 0;
        cpu.VectorOwner = default;
        if (cpu.ArmedTicks != ulong.MaxValue) cpu.ArmedTicks = 1;
        cpu.FrameTicks = 0;
        cpu.ScheduleTicks = 0;
        if (cpu.WindowEndTicks != ulong.MaxValue) cpu.WindowEndTicks = 1;
    }

    private static void Clean(ref ExecutionContext context, ulong stateBase, bool isRunning)
    {
        Span<ulong> frame = context.Frame;
        frame[FirstUnseenRegister..RegisterFrame.StackPointer].Clear();
        frame[RegisterFrame.ProcessorState..].Clear();
        // The short way of a reply forgets the server's registers, which nobody needs.
        bool isOver = context.State is ContextState.Idle or ContextState.Off;
        if (isOver) frame[RegisterFrame.ProgramCounter] = 0;
        if (context.IsVcpu) frame[RegisterFrame.StackPointer..].Clear();
        if (isRunning) frame.Clear();
        context.Controls.Mode = 0;
        context.Controls.Traps = 0;
        context.Controls.TranslationRoot =
            Relative(context.Controls.TranslationRoot, stateBase);
        context.Vectors = default;
    }

    private static void Clean(ref SchedulingContext entry)
    {
        entry.RemainingTicks = 0;
        entry.PeriodStart = 0;
        entry.ConsumedTicks = 0;
        entry.OverrunCount = 0;
    }

    private static void Clean(ref TablePage page, ulong stateBase)
    {
        foreach (ref ulong entry in (Span<ulong>)page)
        {
            if (entry != 0) entry = Decode(new StageTwoDescriptor(entry), stateBase);
        }
    }

    // A message page lies in the state, whose address the worlds choose.
    private static void Clean(ref Mapping mapping, ulong stateBase)
    {
        ulong offset = mapping.Target.Value - stateBase;
        if (offset < (ulong)Size) mapping.Target = new HostPhysicalAddress(offset | InsideMark);
    }

    // A table lies in the state's table pages, a message page elsewhere in the state.
    private static ulong Decode(StageTwoDescriptor entry, ulong stateBase)
    {
        ulong offset = entry.Address - stateBase;
        bool isInside = offset < (ulong)Size;
        bool isTable = isInside && offset < (ulong)Unsafe.SizeOf<SystemConstants>()
            + (ulong)Unsafe.SizeOf<KernelState.TablePages>();
        ulong place = isInside ? offset | InsideMark : entry.Address;
        return isTable ? place : place | LeafMark | (ulong)entry.Access;
    }

    private static ulong Relative(ulong root, ulong stateBase) =>
        root == 0 ? 0 : root - stateBase;
}
