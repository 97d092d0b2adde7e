// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <summary>What the entry code does around the short ways: moving the message and the registers
/// when they succeed.</summary>
internal static class FastEntry
{
    private const int FirstMessageRegister = 1;
    private const int LastMessageRegister = 9;

    internal static bool TryHandle(
        SimulatedMachine machine,
        ref ExecutionContext current,
        Hypercall number,
        out Link<ExecutionContext> next)
    {
        next = default;
        switch (number)
        {
            case Hypercall.Call:
                return TryCall(machine, ref current, ref next);
            case Hypercall.Reply:
                return TryReply(machine, ref current, ref next);
            case Hypercall.SemaphoreUp:
                if (!FastPath.SemaphoreUp<SimulatedAsp>(
                    ref machine.State, ref current, current.Frame[0]))
                {
                    return false;
                }

                current.Frame[0] = 0;
                ClearScratch(ref current);
                next = current.Self;
                return true;
            default:
                return false;
        }
    }

    private static bool TryCall(
        SimulatedMachine machine, ref ExecutionContext current, ref Link<ExecutionContext> next)
    {
        PortalTarget target = FastPath.Call(
            ref machine.State, ref current, current.Frame[0], current.Frame[1]);
        if (Unsafe.IsNullRef(ref target.Server)) return false;
        SimulatedAsp.ActivateServer(ref target.Server, in target.Portal);
        Finish(machine, ref current, ref target.Server, ref next);
        return true;
    }

    private static bool TryReply(
        SimulatedMachine machine, ref ExecutionContext current, ref Link<ExecutionContext> next)
    {
        ReplyTarget target = FastPath.Reply<SimulatedAsp>(
            ref machine.State, ref current, current.Frame[1]);
        ref ExecutionContext caller = ref target.Caller;
        if (Unsafe.IsNullRef(ref caller)) return false;
        if (!Unsafe.IsNullRef(ref target.Vcpu))
        {
            next = SimulatedAsp.SwitchTo(ref machine.State, ref caller).Self;
            return true;
        }
        Finish(machine, ref current, ref caller, ref next);
        caller.Frame[0] = 0;
        ClearScratch(ref caller);
        return true;
    }

    private static void Finish(
        SimulatedMachine machine,
        ref ExecutionContext from,
        ref ExecutionContext to,
        ref Link<ExecutionContext> next)
    {
        for (int register = FirstMessageRegister; register <= LastMessageRegister; register++)
        {
            to.Frame[register] = from.Frame[register];
        }
        next = to.Self;
        machine.Executing.Load(ref to);
    }

    private static void ClearScratch(ref ExecutionContext context)
    {
        for (int register = 10; register < 18; register++) context.Frame[register] = 0;
    }
}
