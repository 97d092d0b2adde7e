// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Vmm.Registers;

namespace Bulkhead.Vmm;

/// <summary>
/// The server threads' entry: every exit of the guest and every call of the main thread arrives
/// here. A machine whose virtual CPUs are on several CPUs has a server thread on each; they share
/// the machine under one lock. Reads that change nothing need none: a register is one word.
/// </summary>
public static class Program
{
    private const ulong MmioExit = Badge.Exit | (ulong)ExitKind.Mmio;

    private const ulong RegisterExit = Badge.Exit | (ulong)ExitKind.SystemRegister;

    private static Machine s_machine;
    private static KernelPort s_port;
    private static ServerLock s_lock;

    // Set once the machine is known to have one server thread.
    private static bool s_isAlone;

    /// <summary>The shortest way: answers a read that changes nothing. portal.S calls it before
    /// there is a message in memory.</summary>
    /// <param name="badge">The portal's badge.</param>
    /// <param name="descriptor">The message's descriptor, not used.</param>
    /// <param name="word0">Word 0.</param>
    /// <param name="word1">Word 1.</param>
    /// <returns>The answer; without an action: <see cref="Portal"/> must answer.</returns>
    [RuntimeExport("vmm_peek")]
    public static ExitReply Peek(ulong badge, ulong descriptor, ulong word0, ulong word1)
    {
        // A virtual CPU starts with another exit, so the machine is initialized when an access
        // comes.
        ulong value;
        if ((ushort)badge == MmioExit)
        {
            if (MmioBus.TryPeek(ref s_machine, word0, new MmioAccess(word1), out value))
                return ExitReply.Read(value);
        }
        else if ((ushort)badge == RegisterExit
            && s_machine.Identification.TryRead(new RegisterAccess(word0), out value))
        {
            return ExitReply.Read(value);
        }
        return default;
    }

    /// <summary>Answers a message.</summary>
    /// <param name="message">The message; the reply afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Portal(ref Message message)
    {
        if ((ushort)message.Badge != MmioExit)
        {
            Dispatch(ref message);
            return;
        }
        var access = new MmioAccess(message.Words[1]);
        if (access.IsWrite) Write(ref message, access);
        else AccessDevice(ref message, access);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Write(ref Message message, MmioAccess access)
    {
        if (!s_isAlone)
        {
            AccessDevice(ref message, access);
            return;
        }
        if (MmioBus.TryTransmit(ref s_machine, message.Words[0], access, message.Words[2]))
        {
            message.Words[0] = (ulong)ExitAction.Advance;
            return;
        }
        AnswerAccess(ref message, access);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AccessDevice(ref Message message, MmioAccess access)
    {
        if (s_isAlone)
        {
            AnswerAccess(ref message, access);
            return;
        }
        s_lock.Enter();
        AnswerAccess(ref message, access);
        s_lock.Exit();
    }

    private static void AnswerAccess(ref Message message, MmioAccess access)
    {
        ExitReply reply = MmioBus.Access(
            ref s_machine, ref s_port, message.Words[0], access, message.Words[2]);
        message.Words[0] = reply.Action;
        message.Words[1] = reply.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Dispatch(ref Message message)
    {
        if (s_isAlone)
        {
            DispatchAlone(ref message);
            return;
        }
        s_lock.Enter();
        if (!s_machine.IsInitialized)
        {
            ref readonly PartitionInfo info = ref Partition.Info;
            s_machine.Initialize(in info.Machine, info.Cpu);
        }
        DispatchAlone(ref message);
        // Whoever is alone now was alone before, too.
        s_isAlone = !s_machine.IsShared;
        s_lock.Exit();
    }

    private static void DispatchAlone(ref Message message)
    {
        message.Descriptor = default;
        ulong badge = message.Badge;
        if ((badge & Badge.KindMask) == Badge.Exit)
        {
            ExitHandler.Handle(
                ref s_machine, ref s_port, (ExitKind)(byte)badge, (uint)(badge >> 16) & 0xff,
                ref message);
            return;
        }
        if ((badge & Badge.KindMask) == Badge.Self)
        {
            message.Words[0] = s_machine.Attend(ref s_port);
            return;
        }
        for (int word = 0; word < Limits.InlineWords; word++) message.Words[word] = 0;
    }
}
