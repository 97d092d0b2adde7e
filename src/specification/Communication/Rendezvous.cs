// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Communication;

/// <summary>
/// A context meets a server thread: by a portal call, an exit or a fault. A server serves one
/// caller at a time; who comes in between helps, and repeats what it wanted when the server is
/// free.
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
            if (Chain.End(step, server.Id).Id == caller.Id) return Reason.CallCycle;
            isHelping = true;
            Help(step, caller, server);
            return Reason.None;
        }
        if (Chain.Depth(step, caller) >= Chain.DepthMax) return Reason.CallDepth;
        step.Put(
            caller with { Activity = Activity.Calling, Partner = server.Id, Call = kind });
        step.Put(
            server with
            {
                Activity = Activity.Ready,
                Caller = caller.Id,
                IsServing = true,
                Utcb = message.Into(server.Utcb),
            });
        step.Deliver(server.Id, message.Registers(portal.Badge));
        return Reason.None;
    }

    /// <summary>The server has answered: it is idle, and its helpers may try again.</summary>
    internal static void EndService(Step step, NativeThread server)
    {
        step.Put(
            server with
            {
                Activity = Activity.Idle,
                Caller = ObjectId.None,
                IsServing = false,
                Helpers = [],
            });
        ReleaseHelpers(step, server);
    }

    /// <summary>Helpers stand before their call again.</summary>
    internal static void ReleaseHelpers(Step step, NativeThread server)
    {
        foreach (ObjectId id in server.Helpers)
        {
            Contexts.MakeReady(step, step.Get<ExecutionContext>(id));
        }
    }

    private static void Help(Step step, ExecutionContext caller, NativeThread server)
    {
        step.Put(caller with { Activity = Activity.Helping, Partner = server.Id });
        step.Put(server with { Helpers = server.Helpers.Add(caller.Id) });
    }
}
