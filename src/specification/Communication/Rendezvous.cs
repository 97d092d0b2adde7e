// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Communication;

/// <summary>
/// A context meets a server thread: by a portal call, an exit or a fault. A server serves one
/// caller at a time; who comes in between helps, and repeats what it wanted when its turn
/// comes and the server is free.
/// </summary>
internal static class Rendezvous
{
    /// <summary>Calls a portal on behalf of a context.</summary>
    /// <returns>Why it is not possible. When the server is busy the caller helps, and that is
    /// success.</returns>
    internal static Reason Send(
        Step step, ExecutionContext caller, Portal portal, CallKind kind, in Message message,
        out bool isHelping)
    {
        isHelping = false;
        if (step.Find<NativeThread>(portal.Server) is not { Activity: not Activity.Stopped } server)
        {
            return Reason.ServerStopped;
        }
        if (server.Activity != Activity.Idle)
        {
            Reason reason = Chain.CheckHelp(step, caller.Id, server);
            if (reason != Reason.None) return reason;
            isHelping = true;
            step.MustChoose = true;
            Contexts.CountHelper(step, server.Id, 1);
            step.Put(
                caller with { Activity = Activity.Helping, Partner = server.Id, Call = kind });
            return Reason.None;
        }
        step.Put(
            caller with { Activity = Activity.Calling, Partner = server.Id, Call = kind });
        step.Put(
            server with
            {
                Activity = Activity.Ready,
                Caller = caller.Id,
                Utcb = message.Into(server.Utcb),
            });
        step.Deliver(server.Id, message.Registers(portal.Badge));
        return Reason.None;
    }

    /// <summary>The server has answered: it is idle. Its helpers try again when it is their
    /// turn.</summary>
    internal static void EndService(Step step, NativeThread server)
    {
        step.MustChoose |= server.HelperCount != 0;
        step.Put(server with { Activity = Activity.Idle, Caller = ObjectId.None });
    }
}
