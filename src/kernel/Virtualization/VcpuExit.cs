// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Virtualization;

/// <summary>Exits of virtual CPUs on their way to the monitor.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class VcpuExit<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Sends an exit with a message of four words to the monitor. When the monitor is
    /// gone, the virtual CPU stops.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="kind">Why.</param>
    /// <param name="word0">Word 0.</param>
    /// <param name="word1">Word 1.</param>
    /// <param name="word2">Word 2.</param>
    /// <param name="word3">Word 3.</param>
    /// <returns>What runs next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext Send(
        ref KernelState state, ref ExecutionContext context, ExitKind kind, ulong word0,
        ulong word1, ulong word2, ulong word3)
    {
        ref ExitPortal exit = ref context.Vcpu.In(ref state).Portals[(int)kind];
        // The plain case first, ending with its only call.
        if (IsPlain(ref state, ref context, ref exit))
        {
            ref ExecutionContext server =
                ref Rendezvous<TAsp>.Join(
                    ref state, ref context, ref exit.Portal.In(ref state), CallKind.Exit);
            server.Frame[1] = 0;
            Put(ref server, word0, word1, word2, word3);
            return ref TAsp.SwitchTo(ref state, ref server);
        }
        return ref SendSeldom(ref state, ref context, kind, word0, word1, word2, word3);
    }

    /// <summary>Sends a guest's hypercall: its first seven registers follow the first
    /// word.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="word0">Word 0.</param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext SendHypercall(
        ref KernelState state, ref ExecutionContext context, ulong word0)
    {
        ref ExecutionContext server = ref Connect(ref state, ref context, ExitKind.Hypercall);
        if (server.Self != context.Self)
        {
            server.Frame[2] = word0;
            for (int index = 0; index < 7; index++) server.Frame[3 + index] = context.Frame[index];
        }
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref server);
    }

    /// <summary>Sends a decoded access, the general way; <see cref="FastExit"/> comes
    /// first.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    /// <param name="value">The value written.</param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext SendAccess(
        ref KernelState state, ref ExecutionContext context, ulong address, MmioAccess access,
        ulong value)
    {
        context.Vcpu.In(ref state).PendingAccess = access;
        return ref SendSeldom(
            ref state, ref context, ExitKind.Mmio, address, access.Value, value, 0);
    }

    /// <summary>Lets a ready virtual CPU report what it must report before its guest runs: start
    /// and recall.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The end of a chain of calls.</param>
    /// <returns>Whether it reported something and so changed state.</returns>
    public static bool ReportBeforeEntry(ref KernelState state, ref ExecutionContext context)
    {
        if (context.ReportPending == 0 || context.State != ContextState.Ready) return false;
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        ExitKind kind = vcpu.StartupPending != 0 ? ExitKind.Startup : ExitKind.Recall;
        uint number = vcpu.Number;
        ref ExecutionContext server = ref Connect(ref state, ref context, kind);
        if (server.Self == context.Self) return true;
        if (kind == ExitKind.Startup) vcpu.StartupPending = 0;
        context.ReportPending = 0;
        server.Frame[2] = number;
        return true;
    }

    /// <summary><see cref="Send"/> for seldom ways, out of line: its stack frame would be the hot
    /// path's too.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="word0">First word of the message.</param>
    /// <param name="word1">Second word.</param>
    /// <param name="word2">Third word.</param>
    /// <param name="word3">Fourth word.</param>
    /// <returns>What runs next.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ref ExecutionContext SendSeldom(
        ref KernelState state, ref ExecutionContext context, ExitKind kind, ulong word0,
        ulong word1, ulong word2, ulong word3)
    {
        ref ExecutionContext server = ref Connect(ref state, ref context, kind);
        if (server.Self != context.Self) Put(ref server, word0, word1, word2, word3);
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref server);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(
        ref ExecutionContext server, ulong word0, ulong word1, ulong word2, ulong word3)
    {
        server.Frame[2] = word0;
        server.Frame[3] = word1;
        server.Frame[4] = word2;
        server.Frame[5] = word3;
    }

    // Returns the server, or the context itself when it helps a busy monitor or has stopped.
    private static ref ExecutionContext Connect(
        ref KernelState state, ref ExecutionContext context, ExitKind kind)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        ref ExitPortal exit = ref vcpu.Portals[(int)kind];
        ref Portal portal = ref exit.Portal.In(ref state);
        ResultCode result = exit.Portal.IsNone || portal.Header.Generation != exit.Generation
            ? Outcome.Aborted(Reason.ServerStopped)
            : Rendezvous<TAsp>.Decode(ref state, ref context, ref portal);
        if (result.Status == Status.Busy)
        {
            Rendezvous<TAsp>.Help(ref state, ref context, ref portal, CallKind.Exit);
            return ref context;
        }
        if (!result.IsSuccess)
        {
            ContextLifecycle<TAsp>.Stop(ref state, ref context);
            return ref context;
        }
        ref ExecutionContext server = ref Rendezvous<TAsp>.Join(
            ref state, ref context, ref portal, CallKind.Exit);
        if (portal.Groups != RegisterGroups.None)
        {
            TAsp.ExportRegisters(
                ref state, ref context, ref server.Utcb.In(ref state), portal.Groups);
        }
        server.Frame[1] = 0;
        return ref server;
    }

    // An idle monitor whose portal carries no registers, and nothing more urgent. The key of an
    // idle server is its portal's; that of a server that is gone never is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlain(
        ref KernelState state, ref ExecutionContext context, ref ExitPortal exit)
    {
        if (exit.Portal.IsNone || context.Cpu.In(ref state).MustDispatch != 0) return false;
        ref Portal portal = ref exit.Portal.In(ref state);
        return portal.Server.In(ref state).AcceptKey == portal.ServerKey
            && portal.Header.Generation == exit.Generation && portal.Groups == RegisterGroups.None;
    }
}
