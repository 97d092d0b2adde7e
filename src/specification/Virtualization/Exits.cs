// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Virtualization;

/// <summary>Exits of virtual CPUs: calls of their portals, made by the kernel.</summary>
internal static class Exits
{
    /// <summary>Reports what must be reported before the guest is entered.</summary>
    /// <returns>Whether the virtual CPU left for its monitor, or stopped.</returns>
    internal static bool ReportPending(Step step, VirtualCpu vcpu)
    {
        if (vcpu.IsStarting)
        {
            Report(step, vcpu, ExitKind.Startup, [vcpu.Number]);
            return true;
        }
        if (vcpu.IsRecalled)
        {
            Report(step, vcpu, ExitKind.Recall, [vcpu.Number]);
            return true;
        }
        return false;
    }

    /// <summary>A virtual CPU's exit goes to its monitor. Without a monitor that could answer,
    /// the virtual CPU stops.</summary>
    internal static void Report(
        Step step, VirtualCpu vcpu, ExitKind exit, ImmutableArray<ulong> words)
    {
        Portal? portal = step.Find<Portal>(vcpu.ExitPortals[(int)exit]);
        bool isHelping = false;
        Message message = new(default, words, []);
        if (portal is null
            || Rendezvous.Send(
                step, vcpu, portal, CallKind.Exit, in message, out isHelping) != Reason.None)
        {
            Contexts.Stop(step, vcpu.Id);
            return;
        }
        if (isHelping) return;
        if ((portal.Groups & RegisterGroups.System) != 0) GuestTimers.Unload(step, vcpu.Id);
        NativeThread monitor = step.Get<NativeThread>(portal.Server);
        step.Put(
            monitor with
            {
                Utcb = RegisterPage.Export(vcpu.Registers, monitor.Utcb, portal.Groups),
            });
        // Starting covers a recall that came before.
        if (exit is not (ExitKind.Startup or ExitKind.Recall)) return;
        step.Put(
            step.Get<VirtualCpu>(vcpu.Id) with { IsStarting = false, IsRecalled = false });
    }
}
