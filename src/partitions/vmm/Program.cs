// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Uart;

namespace Bulkhead.Vmm;

/// <summary>The server thread's entry: every exit of the guest and every call of the main thread arrives here.</summary>
public static class Program
{
    private const ulong MmioExit = Badge.Exit | (ulong)ExitKind.Mmio;

    private static Machine s_machine;
    private static KernelPort s_port;

    /// <summary>Answers a message.</summary>
    /// <param name="message">The message; the reply afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Portal(ref Message message)
    {
        // A virtual CPU starts with another exit, so the machine is initialized.
        if ((ushort)message.Badge == MmioExit)
        {
            ExitReply reply = MmioBus.Access(
                ref s_machine, ref s_port, message.Words[0], new MmioAccess(message.Words[1]), message.Words[2]);
            message.Words[0] = reply.Action;
            message.Words[1] = reply.Value;
            return;
        }
        Dispatch(ref message);
    }

    private static void Dispatch(ref Message message)
    {
        if (!s_machine.IsInitialized) s_machine.Initialize(in Partition.Info.Machine);
        ulong badge = message.Badge;
        if ((badge & Badge.KindMask) == Badge.Exit)
        {
            ExitHandler.Handle(
                ref s_machine, ref s_port, (ExitKind)(byte)badge, (uint)(badge >> 16) & 0xff, ref message);
            message.Descriptor = default;
            return;
        }
        if ((badge & Badge.KindMask) == Badge.Self)
        {
            ulong deadline = s_machine.Uart.Attend(ref s_port);
            s_machine.UpdateLines(ref s_port);
            message.Reply(deadline);
            return;
        }
        message.Clear();
    }
}
