// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Virtualization;

/// <summary>What a monitor's reply does with a virtual CPU.</summary>
internal static class ExitAnswers
{
    private const ulong InstructionBytes = 4;
    private const uint ZeroRegister = 31;

    /// <summary>The monitor has replied: word 0 says what to do, the others are its
    /// operands.</summary>
    internal static void Apply(Step step, VirtualCpu vcpu, in Message message)
    {
        ExitAction action = (ExitAction)message.Words[0];
        ImmutableArray<ulong> registers = vcpu.Registers;
        if ((action & ExitAction.SetRegister) != 0)
        {
            registers = SetRegister(vcpu, registers, message.Words[1]);
        }
        if ((action & ExitAction.Advance) != 0)
        {
            registers = registers.SetItem(
                GuestRegisters.Pc, registers[GuestRegisters.Pc] + InstructionBytes);
        }
        if ((action & ExitAction.SetResults) != 0)
        {
            registers = [.. message.Words.AsSpan(1, 4), .. registers.AsSpan(4..)];
        }
        if ((action & ExitAction.SetRegisters) != 0)
        {
            registers = RegisterPage.Import(
                registers, message.Utcb.AsSpan(), (RegisterGroups)message.Words[5],
                step.State.Capacities.GuestStateMask);
        }
        registers = GuestExceptions.Inject(registers, action);
        if (TouchesSystem(action, in message)) GuestTimers.Unload(step, vcpu.Id);
        vcpu = vcpu with { Registers = registers };
        Contexts.MakeReady(step, vcpu);
        step.Deliver(vcpu.Id, registers);
        Pause(step, vcpu.Id, action);
    }

    /// <summary>Waits, when asked to and nothing is there to wait for no longer.</summary>
    internal static void Halt(Step step, ObjectId id)
    {
        VirtualCpu vcpu = step.Get<VirtualCpu>(id);
        if (vcpu.IsRecalled || VirtualInterrupts.HasWaking(vcpu)) return;
        if (GuestTimers.AsksAt(vcpu) <= step.State.NowTicks) return;
        step.MustChoose = true;
        vcpu = vcpu with { Activity = Activity.Halted };
        step.Put(vcpu);
        GuestTimers.Watch(step, vcpu);
    }

    private static bool TouchesSystem(ExitAction action, in Message message) =>
        (action & (ExitAction.InjectAbort | ExitAction.InjectUndefined)) != 0
        || ((action & ExitAction.SetRegisters) != 0
            && ((RegisterGroups)message.Words[5] & RegisterGroups.System) != 0);

    private static void Pause(Step step, ObjectId id, ExitAction action)
    {
        VirtualCpu vcpu = step.Get<VirtualCpu>(id);
        if ((action & ExitAction.Off) != 0)
        {
            step.MustChoose = true;
            // A recall since the exit is the one that ends being off.
            step.Put(vcpu.IsRecalled
                ? vcpu with { IsRecalled = false, IsStarting = true }
                : vcpu with { Activity = Activity.Off });
        }
        else if ((action & ExitAction.Wait) != 0)
        {
            Halt(step, id);
        }
    }

    private static ImmutableArray<ulong> SetRegister(
        VirtualCpu vcpu, ImmutableArray<ulong> registers, ulong value)
    {
        MmioAccess access = vcpu.Access;
        return access.Register == ZeroRegister
            ? registers
            : registers.SetItem((int)access.Register, Extend(value, access));
    }

    // A narrow read fills the whole register: with zeros, or with its sign up to the register's
    // width.
    private static ulong Extend(ulong value, MmioAccess access)
    {
        int unused = 64 - (int)access.Bytes * 8;
        if (unused == 0) return value;
        if (!access.IsSigned) return value << unused >> unused;
        ulong extended = (ulong)((long)(value << unused) >> unused);
        return access.Is64Bit ? extended : (uint)extended;
    }
}
