// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Boot;
using Bulkhead.Vmm.Faults;
using Bulkhead.Vmm.Ports;
using Bulkhead.Vmm.Psci;
using Bulkhead.Vmm.Registers;

namespace Bulkhead.Vmm;

/// <summary>Answers every exit of a virtual CPU but decoded accesses, which <see cref="MmioBus"/>
/// takes.</summary>
public static class ExitHandler
{
    private const int Action = 0, GroupsWord = 5;

    /// <summary>Answers an exit.</summary>
    /// <typeparam name="TPort">The outside.</typeparam>
    /// <param name="machine">The machine.</param>
    /// <param name="port">The outside.</param>
    /// <param name="kind">Why the virtual CPU left its guest.</param>
    /// <param name="vcpu">Its number; beyond the machine it is turned off.</param>
    /// <param name="message">The exit's words; the answer's afterwards.</param>
    public static void Handle<TPort>(
        ref Machine machine, ref TPort port, ExitKind kind, uint vcpu, ref Message message)
        where TPort : struct, IMachinePort
    {
        if (machine.HasEnded || vcpu >= machine.Vcpus.Count) Answer(ref message, ExitAction.Off);
        else if (kind == ExitKind.SystemRegister)
            AccessRegister(ref machine, ref port, vcpu, ref message);
        else if (kind == ExitKind.Hypercall) Call(ref machine, ref port, vcpu, ref message);
        else if (kind == ExitKind.Startup) Start(ref machine, ref port, vcpu, ref message);
        else if (kind == ExitKind.Fault) Fault(ref machine, ref port, vcpu, ref message);
        else Answer(ref message, ExitAction.Resume);
    }

    private static void Answer(ref Message message, ExitAction action) =>
        message.Words[Action] = (ulong)action;

    private static void AccessRegister<TPort>(
        ref Machine machine, ref TPort port, uint vcpu, ref Message message)
        where TPort : struct, IMachinePort
    {
        var access = new RegisterAccess(message.Words[0]);
        var name = new RegisterName(access);
        ulong value = message.Words[1];
        ExitReply reply = name.IsPhysicalTimer
            ? machine.Timers.Access(ref port, vcpu, name.Op2, access.IsRead, value)
            : SystemRegisterTable.Access(
                ref machine.Identification, ref port, access, value);
        message.Words[Action] = reply.Action;
        message.Words[1] = reply.Value;
    }

    private static void Call<TPort>(
        ref Machine machine, ref TPort port, uint vcpu, ref Message message)
        where TPort : struct, IMachinePort
    {
        var call = new SmcccCall(
            message.Words[0], message.Words[1], message.Words[2], message.Words[3],
            message.Words[4]);
        PsciReply reply = PsciService.Invoke(
            in call, vcpu, ref machine.Vcpus, in machine.Memory, ref port);
        if (reply.End != 0) machine.End(ref port, vcpu, reply.End, default);
        // Words 2 to 4 still hold x1 to x3: registers without a result keep their value (DEN 0028,
        // 2.6).
        Answer(ref message, reply.Action);
        message.Words[1] = reply.Result;
    }

    private static void Start<TPort>(
        ref Machine machine, ref TPort port, uint number, ref Message message)
        where TPort : struct, IMachinePort
    {
        ref Vcpu vcpu = ref machine.Vcpus[number];
        if (vcpu.State != VcpuState.OnPending)
        {
            Answer(ref message, ExitAction.Off);
            return;
        }
        if (!machine.HasPayloads && !port.LoadPayloads())
        {
            machine.Faults.ReportPayload(ref port, ref machine.Uart);
            machine.End(ref port, number, GuestEnd.Fault, default);
            Answer(ref message, ExitAction.Off);
            return;
        }
        machine.HasPayloads = true;
        vcpu.State = VcpuState.On;
        VcpuEntry.Fill(port.Registers, vcpu.Entry, vcpu.Context);
        Answer(ref message, ExitAction.SetRegisters);
        message.Words[GroupsWord] = (ulong)RegisterGroups.All;
    }

    private static void Fault<TPort>(
        ref Machine machine, ref TPort port, uint vcpu, ref Message message)
        where TPort : struct, IMachinePort
    {
        var fault = new GuestFault(
            message.Words[0], message.Words[1], message.Words[2], message.Words[3]);
        machine.Faults.ReportFault(ref port, ref machine.Uart, in fault);
        if (!fault.IsAbort)
        {
            Answer(ref message, ExitAction.InjectUndefined);
            return;
        }
        if (machine.Vcpus[vcpu].Faults.Forgives(fault.Pc, port.NowTicks, port.FrequencyHz))
        {
            Answer(ref message, ExitAction.InjectAbort);
            return;
        }
        machine.End(ref port, vcpu, GuestEnd.Fault, in fault);
        Answer(ref message, ExitAction.Off);
    }
}
