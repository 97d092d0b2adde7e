// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Servers: what they are activated with, what they leave, circles, busy and stopped ones.
/// </summary>
internal static class ServerTests
{
    private const uint Portal = Places.Free, Second = Places.Free + 1, Gate = Places.Free + 2;
    private const uint High = Worker.TesterPriority + 20;

    private static Block s_caller;

    internal static void Run()
    {
        Activation();
        Circle();
        Busy();
        Stopped();
        CallerStopped();
        Late();
    }

    // Worker 1 has the UTCB page that the bare server writes to.
    private static void Activation()
    {
        Worker.Create(1, 0, 0);
        Create(Portal, 1, ThreadEntry.BareServer, 0xb0b);
        var registers = default(Registers);
        for (int round = 0; round < 2; round++)
        {
            registers.Fill();
            registers[0] = Portal;
            registers[1] = 0x55ul << 32;
            Report.Equal("bare-call"u8, 0, Raw.Call((ushort)Hypercall.Call, ref registers).Value);
        }
        Report.Equal("servers-x0-is-the-badge"u8, 0xb0b, Utcb.Words[0]);
        Report.Equal("servers-x1-is-the-descriptor"u8, 0x55ul << 32, Utcb.Words[1]);
        Tally wrong = default;
        for (int register = 2; register < Registers.Count; register++)
        {
            ulong value = Utcb.Words[register];
            ulong expected = register < 10 ? Registers.Pattern(register) : 0;
            wrong.Add((uint)register, value == expected, value);
        }
        Report.None("servers-other-registers"u8, in wrong);
        Report.Equal("servers-stack"u8, Imports.StackTop(1), Utcb.Words[31]);
        Report.Equal("servers-thread-pointer"u8, 0, Utcb.Words[32]);
        SystemKernel.Discard(Portal);
        Worker.End(1);
    }

    // Two servers that call each other, and one that calls itself.
    private static void Circle()
    {
        Worker.Create(1, 0, 0);
        Worker.Create(2, 0, 0);
        Create(Portal, 1, ThreadEntry.CallingServer, 0);
        Create(Second, 2, ThreadEntry.CallingServer, 0);
        ulong circle = new ResultCode(Status.BadParameter, Reason.CallCycle).Value;
        Report.Equal("call-of-a-self-calling-server"u8, circle, Chain(Portal, 0)[2]);
        Registers nested = Chain(Second, Portal);
        Report.Equal("call-through-two-servers"u8, 0, nested[2]);
        Report.Equal("circle-of-two-servers"u8, circle, nested[3]);
        nested = Chain(Second, Places.Free + 3);
        Report.Refused("empty-slot-in-a-nested-call"u8, Status.BadCapability, Reason.SlotEmpty,
            new ResultCode(nested[3]));
        SystemKernel.Discard(Second);
        SystemKernel.Discard(Portal);
        Worker.EndAll();
    }

    private static Registers Chain(ulong first, ulong second)
    {
        var registers = default(Registers);
        registers[0] = Portal;
        registers[2] = first;
        registers[3] = second;
        Raw.Call((ushort)Hypercall.Call, ref registers);
        return registers;
    }

    // The server waits inside a call; a second caller helps, and is served after it.
    private static void Busy()
    {
        Kernel.CreateSemaphore(Gate, 0);
        Worker.Create(1, 0, 0);
        Create(Portal, 1, ThreadEntry.WaitingServer, 0);
        StartCaller(2, ref s_caller);
        Report.Equal("caller-waits-for-its-server"u8, ulong.MaxValue, s_caller[2]);
        Kernel.SemaphoreUp(Gate);
        Report.Equal("caller-is-served"u8, 0, s_caller[2]);
        Report.Equal("caller-has-the-reply"u8, 0x99, s_caller[3]);
        Worker.End(2);
        SystemKernel.Discard(Portal);
        Worker.End(1);
        SystemKernel.Discard(Gate);
    }

    private static void Stopped()
    {
        Kernel.CreateSemaphore(Gate, 0);
        Worker.Create(1, 0, 0);
        Create(Portal, 1, ThreadEntry.WaitingServer, 0);
        StartCaller(2, ref s_caller);
        ulong stopped = new ResultCode(Status.Aborted, Reason.ServerStopped).Value;
        Report.Equal("stop-server"u8, 0, Kernel.Stop(Worker.Thread(1)).Value);
        Report.Equal("its-caller-is-told"u8, stopped, s_caller[2]);
        Report.Equal("the-next-caller-is-refused"u8, stopped, Kernel.Call(Portal, 0, 0).Code.Value);
        Worker.End(2);
        Worker.End(1);
        Report.Equal("destroyed-server-is-refused"u8, stopped,
            Kernel.Call(Portal, 0, 0).Code.Value);
        SystemKernel.Discard(Portal);
        SystemKernel.Discard(Gate);
    }

    // A server whose caller died finishes, and serves the next.
    private static void CallerStopped()
    {
        Kernel.CreateSemaphore(Gate, 0);
        Worker.Create(1, 0, 0);
        Create(Portal, 1, ThreadEntry.WaitingServer, 0);
        StartCaller(2, ref s_caller);
        Worker.End(2);
        Kernel.SemaphoreUp(Gate);
        Kernel.SemaphoreUp(Gate);
        var registers = default(Registers);
        registers[0] = Portal;
        registers[2] = Gate;
        Report.Equal("server-without-caller-serves-the-next"u8, 0,
            Raw.Call((ushort)Hypercall.Call, ref registers).Value);
        Report.Equal("next-reply"u8, 0x99, registers[2]);
        SystemKernel.Discard(Portal);
        Worker.End(1);
        SystemKernel.Discard(Gate);
    }

    // Nobody lets the server go on before the deadline.
    private static void Late()
    {
        const ulong patience = 200_000;
        Kernel.CreateSemaphore(Gate, 0);
        Worker.Create(1, 0, 0);
        Create(Portal, 1, ThreadEntry.WaitingServer, 0);
        Message message = new(1);
        message.Words[0] = Gate;
        Report.Refused("deadline-has-passed"u8, Status.Timeout, Reason.DeadlinePassed,
            Kernel.Call(Portal, ref message, 1));
        ulong deadline = Clock.Now + patience;
        Report.Refused("reply-comes-too-late"u8, Status.Timeout, Reason.DeadlinePassed,
            Kernel.Call(Portal, ref message, deadline));
        ulong late = Clock.Now - deadline;
        Report.Equal("caller-goes-on-at-its-deadline"u8, 0, late < patience / 10 ? 0 : late);
        Report.Equal("message-is-as-it-was"u8, Gate, message.Words[0]);
        Kernel.SemaphoreUp(Gate);
        Kernel.SemaphoreUp(Gate);
        Report.Equal("late-server-serves-the-next"u8, 0,
            Kernel.Call(Portal, ref message, Clock.Now + patience).Value);
        Report.Equal("reply-in-time"u8, 0x99, message.Words[0]);
        SystemKernel.Discard(Portal);
        Worker.End(1);
        SystemKernel.Discard(Gate);
    }

    private static void StartCaller(uint number, ref Block block)
    {
        block[0] = Portal;
        block[1] = 0;
        block[2] = ulong.MaxValue;
        block[3] = 0;
        block[4] = Places.Nobody;
        block[5] = Gate;
        Worker.Start(number, ThreadEntry.Caller, Imports.AddressOf(ref block), High);
    }

    private static void Create(uint selector, uint worker, ThreadEntry entry, ulong badge) =>
        Report.Equal("portal-create"u8, 0, SystemKernel.CreatePortal(
            selector, Worker.Thread(worker), Imports.Entry(entry), badge,
            RegisterGroups.None).Value);
}
