// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Virtualization;

/// <summary>
/// The short ways of a guest's decoded access to its idle monitor and of the monitor's answer. Each
/// does the whole thing or changes nothing and lets the general way decide; see
/// <see cref="FastPath"/>.
/// </summary>
public static class FastExit
{
    private const ExitAction Plain = ExitAction.Advance | ExitAction.SetRegister;

    // First frame word of a message.
    private const int FirstWord = 2;

    /// <summary>Whether a monitor is idle behind a portal that carries no registers.</summary>
    /// <param name="exit">A virtual CPU's link to the portal, or none.</param>
    /// <param name="portal">The portal.</param>
    /// <param name="server">Its server.</param>
    /// <returns>False: take the general way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIdle(in ExitPortal exit, ref Portal portal, ref ExecutionContext server) =>
        // The key of an idle server is its portal's; that of a server that is gone never is.
        !exit.Portal.IsNone && server.AcceptKey == portal.ServerKey
            && portal.Header.Generation == exit.Generation && portal.Groups == RegisterGroups.None;

    /// <summary>Sends a decoded access, a message of four words. Native values must be in the
    /// hardware afterwards.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU that runs.</param>
    /// <param name="vcpu">Its virtual CPU state.</param>
    /// <param name="portal">A portal whose server <see cref="IsIdle"/>.</param>
    /// <param name="server">The server.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    /// <param name="value">The value written.</param>
    /// <returns>Server and portal.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortalTarget Send(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, ref Portal portal,
        ref ExecutionContext server, ulong address, MmioAccess access, ulong value)
    {
        vcpu.PendingAccess = access;
        context.Cpu.In(ref state).IsNativeMode = 1;
        context.Partner = portal.Server;
        context.State = ContextState.Calling;
        context.CallKind = CallKind.Exit;
        server.AcceptKey = 0;
        server.Caller = context.Self;
        server.State = ContextState.Ready;
        server.Frame[FirstWord] = address;
        server.Frame[FirstWord + 1] = access.Value;
        server.Frame[FirstWord + 2] = value;
        server.Frame[FirstWord + 3] = 0;
        return new PortalTarget(ref server, ref portal);
    }

    /// <summary>A monitor's answer of the two actions that nearly every answer consists of, when
    /// its virtual CPU still owns the hardware and has nothing to report. The guest's values must
    /// be in the hardware afterwards.</summary>
    /// <typeparam name="TAsp">The architecture package.</typeparam>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The monitor's server, which nobody helps; its frame holds the
    /// message.</param>
    /// <param name="caller">Its caller, a virtual CPU.</param>
    /// <returns>The virtual CPU; null references: take the general way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ReplyTarget Reply<TAsp>(
        ref KernelState state, ref ExecutionContext current, ref ExecutionContext caller)
        where TAsp : struct, IAsp
    {
        ExitAction action = (ExitAction)current.Frame[FirstWord];
        ref Cpu cpu = ref caller.Cpu.In(ref state);
        if ((action & ~Plain) == 0 && caller.ReportPending == 0 && cpu.SystemOwner == caller.Self)
        {
            ref VirtualCpu vcpu = ref caller.Vcpu.In(ref state);
            ExitReply<TAsp>.ApplyPlain(ref caller, ref vcpu, ref current, action);
            cpu.IsNativeMode = 0;
            caller.CallKind = CallKind.None;
            caller.State = ContextState.Ready;
            caller.Partner = default;
            current.Caller = default;
            current.State = ContextState.Idle;
            current.AcceptKey = current.Key;
            return new ReplyTarget(ref caller, ref vcpu);
        }
        return default;
    }
}
