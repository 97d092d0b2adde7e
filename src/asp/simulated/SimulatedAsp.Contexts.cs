// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Virtualization;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <content>Registers of execution contexts.</content>
public readonly partial struct SimulatedAsp
{
    /// <summary>Value of <see cref="ContextControls.Mode"/> for native threads.</summary>
    public const ulong NativeMode = 1;

    /// <summary>Value of <see cref="ContextControls.Mode"/> for virtual CPUs.</summary>
    public const ulong GuestMode = 2;

    private const ulong InstructionBytes = 4;

    /// <inheritdoc/>
    public static void StartThread(
        ref ExecutionContext thread, ulong entry, ulong stackTop, ulong argument)
    {
        thread.Frame = default;
        thread.Frame[0] = argument;
        thread.Frame[RegisterFrame.StackPointer] = stackTop;
        thread.Frame[RegisterFrame.ProgramCounter] = entry;
        thread.Controls.Mode = NativeMode;
        thread.Controls.StackTop = stackTop;
    }

    /// <inheritdoc/>
    public static void ActivateServer(ref ExecutionContext server, in Portal portal)
    {
        server.Frame[0] = portal.Badge;
        server.Frame[RegisterFrame.StackPointer] = server.Controls.StackTop;
        server.Frame[RegisterFrame.ProgramCounter] = portal.Entry;
    }

    /// <inheritdoc/>
    public static void ResetVcpu(ref ExecutionContext context, ref VirtualCpu vcpu)
    {
        context.Frame = default;
        context.Controls.Mode = GuestMode;
        GuestTimer.Reset(ref vcpu);
        vcpu.Interrupts.Bound.Set(PrivateInterrupts.VirtualTimer);
        vcpu.PhysicalInterrupts[(int)PrivateInterrupts.VirtualTimer] =
            (ushort)PrivateInterrupts.VirtualTimer;
    }

    /// <inheritdoc/>
    public static void Restart(ref ExecutionContext context, CallKind kind)
    {
        // Exits and faults leave the program counter at their instruction, a hypercall behind it.
        if (kind != CallKind.Portal) return;
        context.Frame[RegisterFrame.ProgramCounter] -= InstructionBytes;
        SimulatedMachine machine = Machine;
        // A helper repeats the call that it could not make; what left a hypercall in its middle
        // repeats that.
        bool isLeft = context.CallKind == CallKind.None;
        Hypercall number = isLeft
            ? machine.Executing.Hypercall : RestartTable.HelpOf(context.CallKind);
        if (isLeft) machine.PreemptionCount++;
        machine.Restarts.Set(ref machine.State, ref context, number);
    }

    /// <inheritdoc/>
    public static void Advance(ref ExecutionContext context) =>
        context.Frame[RegisterFrame.ProgramCounter] += InstructionBytes;

    /// <inheritdoc/>
    public static void InjectException(
        ref KernelState state, ref ExecutionContext context, bool isUndefined)
    {
        Displace(ref state, ref context);
        GuestRegisterFile.InjectException(ref state, ref context, isUndefined);
    }

    /// <inheritdoc/>
    public static void ExportRegisters(
        ref KernelState state,
        ref ExecutionContext context,
        ref UtcbPage page,
        RegisterGroups groups)
    {
        if ((groups & RegisterGroups.System) != 0) Displace(ref state, ref context);
        GuestRegisterFile.Export(ref context, ref context.Vcpu.In(ref state), ref page, groups);
    }

    /// <inheritdoc/>
    public static void ImportRegisters(
        ref KernelState state,
        ref ExecutionContext context,
        ref UtcbPage page,
        RegisterGroups groups)
    {
        if ((groups & RegisterGroups.System) != 0) Displace(ref state, ref context);
        GuestRegisterFile.Import(ref context, ref context.Vcpu.In(ref state), ref page, groups);
    }

    /// <inheritdoc/>
    /// <exception cref="SimulationException">The context cannot run.</exception>
    public static ref ExecutionContext SwitchTo(ref KernelState state, ref ExecutionContext next)
    {
        if (next.State != ContextState.Ready)
        {
            throw new SimulationException($"switch to a context that is {next.State}");
        }

        if (next.Controls.Mode == 0)
        {
            throw new SimulationException("switch to a context without registers");
        }

        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.Switch);
        ref var cpu = ref next.Cpu.In(ref state);
        if (cpu.Number != machine.Executing.Number)
        {
            throw new SimulationException(
                $"CPU {machine.Executing.Number} switches to a context of CPU {cpu.Number}");
        }
        machine.Executing.Load(ref next);
        cpu.IsNativeMode = next.IsVcpu ? (byte)0 : (byte)1;
        if (!next.IsVcpu || cpu.SystemOwner == next.Self) return ref next;
        Link<ExecutionContext> displaced = cpu.SystemOwner;
        cpu.SystemOwner = next.Self;
        if (!displaced.IsNone)
        {
            Halt<SimulatedAsp>.WatchTimer(ref state, ref displaced.In(ref state));
        }

        if (state.System.FirstGuestEntryTicks == 0) state.System.FirstGuestEntryTicks = Now;
        return ref next;
    }

    /// <inheritdoc/>
    /// <exception cref="SimulationException">It is no other virtual CPU.</exception>
    public static ref ExecutionContext SwitchGuest(
        ref KernelState state,
        ref Kernel.Scheduling.Cpu cpu,
        ref ExecutionContext before,
        ref ExecutionContext next)
    {
        if (!next.IsVcpu || cpu.SystemOwner != before.Self || before.Self == next.Self
            || cpu.IsNativeMode != 0)
        {
            throw new SimulationException("a switch between guests without two guests");
        }
        return ref SwitchTo(ref state, ref next);
    }

    /// <inheritdoc/>
    public static void Forget(ref KernelState state, ref ExecutionContext context)
    {
        for (int index = 0; index < Limits.CpusMax; index++)
        {
            ref var cpu = ref state.Cpus[index];
            if (cpu.SystemOwner == context.Self) cpu.SystemOwner = default;
            if (cpu.VectorOwner == context.Self) cpu.VectorOwner = default;
        }
        Machine.Restarts.Remove(ref state, context.Self);
    }

    /// <inheritdoc/>
    /// <exception cref="SimulationException">More words than a page has.</exception>
    public static void CopyWords(ref UtcbPage from, ref UtcbPage to, uint first, uint words)
    {
        if (first + words > MessageDescriptor.WordsMax)
        {
            throw new SimulationException($"{words} words do not fit a page");
        }

        Machine.AtOrderingPoint(OrderingPoint.CopyWords);
        ReadOnlySpan<ulong> source = from;
        Span<ulong> target = to;
        source.Slice((int)first, (int)words).CopyTo(target[(int)first..]);
    }

    // Work on EL1 registers is done on the saved ones: the virtual CPU gives the hardware up first.
    private static void Displace(ref KernelState state, ref ExecutionContext context)
    {
        ref var cpu = ref context.Cpu.In(ref state);
        if (cpu.SystemOwner != context.Self) return;
        CheckReach(ref state, ref context);
        cpu.SystemOwner = default;
        Halt<SimulatedAsp>.WatchTimer(ref state, ref context);
    }
}
