// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>
/// The short ways of the three hottest hypercalls, run before the entry code has saved what they do
/// not use. Each either does the whole thing or changes nothing and lets the general way decide.
/// They call nothing, so the compiler keeps everything in scratch registers.
/// </summary>
public static class FastPath
{
    /// <summary>A portal call without UTCB words to an idle server.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller.</param>
    /// <param name="selector">Portal selector, any value.</param>
    /// <param name="descriptor">Message descriptor, any value.</param>
    /// <returns>Server and portal; null references: take the general way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortalTarget Call(
        ref KernelState state, ref ExecutionContext current, ulong selector, ulong descriptor)
    {
        Link<Capability> slot = current.Slots.At(selector);
        if (!slot.IsNone && (uint)descriptor == 0)
        {
            ref Capability capability = ref slot.In(ref state);
            if ((capability.Rights & Rights.PortalCall) != 0)
            {
                ref Portal portal = ref capability.Object.Reinterpret<Portal>().In(ref state);
                Link<ExecutionContext> link = portal.Server;
                ref ExecutionContext server = ref link.In(ref state);
                // An idle server's key is its portals'; its lower half is the CPU.
                if (server.AcceptKey == portal.ServerKey
                    && (ushort)portal.ServerKey == (ushort)current.Key)
                {
                    server.AcceptKey = 0;
                    server.Caller = current.Self;
                    server.State = ContextState.Ready;
                    current.Partner = link;
                    current.State = ContextState.Calling;
                    current.CallKind = CallKind.Portal;
                    return new PortalTarget(ref server, ref portal);
                }
            }
        }
        return default;
    }

    /// <summary>A reply without UTCB words to a caller that made a portal call, or to a virtual
    /// CPU, when nobody helps the server.</summary>
    /// <typeparam name="TAsp">The architecture package.</typeparam>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The server.</param>
    /// <param name="descriptor">Message descriptor, any value.</param>
    /// <returns>The caller; null references: take the general way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReplyTarget Reply<TAsp>(
        ref KernelState state, ref ExecutionContext current, ulong descriptor)
        where TAsp : struct, IAsp
    {
        Link<ExecutionContext> link = current.Caller;
        if (!link.IsNone && (uint)descriptor == 0 && current.HelperCount == 0)
        {
            ref ExecutionContext caller = ref link.In(ref state);
            CallKind kind = caller.CallKind;
            if (kind == CallKind.Portal)
            {
                caller.CallKind = CallKind.None;
                caller.State = ContextState.Ready;
                caller.Partner = default;
                current.Caller = default;
                current.State = ContextState.Idle;
                current.AcceptKey = current.Key;
                return new ReplyTarget(ref caller);
            }
            if (kind == CallKind.Exit)
            {
                return FastExit.Reply<TAsp>(ref state, ref current, ref caller);
            }
        }
        return default;
    }

    /// <summary>A semaphore up that nobody waits for.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller.</param>
    /// <param name="selector">Semaphore selector, any value.</param>
    /// <returns>Whether it is done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool SemaphoreUp(
        ref KernelState state, ref ExecutionContext current, ulong selector)
    {
        Link<Capability> slot = current.Slots.At(selector);
        if (!slot.IsNone)
        {
            ref Capability capability = ref slot.In(ref state);
            if ((capability.Rights & Rights.SemaphoreUp) != 0)
            {
                ref Semaphore semaphore =
                    ref capability.Object.Reinterpret<Semaphore>().In(ref state);
                if (semaphore.Cpu == current.Cpu && semaphore.FirstWaiter.IsNone
                    && semaphore.Count < SemaphoreQueue.CountMax)
                {
                    semaphore.Count++;
                    return true;
                }
            }
        }
        return false;
    }
}
