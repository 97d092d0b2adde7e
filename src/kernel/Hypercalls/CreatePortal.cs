// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.CreatePortal"/>.</summary>
internal static class CreatePortal
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.FindEmpty(
            ref state, current.Slots, current.Frame[0], out Link<Capability> slot);
        if (!result.IsSuccess) return result;
        result = VcpuArgument.FindContext(
            ref state, ref current, 1, out Link<ExecutionContext> server);
        if (!result.IsSuccess) return result;
        if (server.In(ref state).IsServer == 0) return Outcome.Parameter(Reason.NotAThread);
        if ((current.Frame[4] & ~(ulong)RegisterGroups.All) != 0)
        {
            return Outcome.Parameter(Reason.BadArgument);
        }

        result = Quota.Check(ref current.Domain.In(ref state));
        if (!result.IsSuccess) return result;
        int index = FreeRow.Find<Portal>(state.Portals);
        if (index < 0) return Outcome.Resources(Reason.PoolExhausted);
        ref Portal portal = ref state.Portals[index];
        portal.Server = server;
        portal.ServerKey = server.In(ref state).Key;
        portal.Entry = current.Frame[2];
        portal.Badge = current.Frame[3];
        portal.Groups = (RegisterGroups)current.Frame[4];
        return CreationArguments.Finish(
            ref state, current.Domain, slot, ref portal.Header, ObjectKind.Portal,
            Rights.PortalCall);
    }
}
