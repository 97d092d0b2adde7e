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
            Report(step, vcpu, ExitKind.Startup, [vcpu.Number, 0, 0, 0, 0, 0, 0, 0]);
            return true;
        }
        if (vcpu.IsRecalled)
        {
            Report(step, vcpu, ExitKind.Recall, [0, 0, 0, 0, 0, 0, 0, 0]);
            return true;
        }
        if (step.State.FirstGuestEntryTicks == 0)
        {
            step.State = step.State with { FirstGuestEntryTicks = step.State.NowTicks };
        }
        return false;
    }

    /// <summary>A virtual CPU's exit goes to its monitor. Without a monitor that could answer,
    /// the virtual CPU stops.</summary>
    internal static void Report(
        Step step, VirtualCpu vcpu, ExitKind exit, ImmutableArray<ulong> words)
    {
        Portal? portal = step.Find<Portal>(vcpu.ExitPortals[(int)exit]);
        VirtualCpu leaving = vcpu with { Exit = exit, Access = AccessOf(exit, words) };
        bool isHelping = false;
        if (portal is null
            || Rendezvous.Send(
                step, leaving, portal, CallKind.Exit, MessageOf(leaving, portal, words),
                out isHelping) != Reason.None)
        {
            Contexts.Stop(step, vcpu.Id);
            return;
        }
        if (isHelping) return;
        VirtualCpu left = step.Get<VirtualCpu>(vcpu.Id);
        step.Put(
            left with
            {
                IsStarting = left.IsStarting && exit != ExitKind.Startup,
                IsRecalled = left.IsRecalled && exit != ExitKind.Recall,
            });
    }

    private static Message MessageOf(
        VirtualCpu vcpu, Portal portal, ImmutableArray<ulong> words)
    {
        if (portal.Groups == RegisterGroups.None) return new Message(default, words, []);
        ImmutableArray<ulong> page = RegisterPage.Export(vcpu, portal.Groups);
        return new Message(
            new MessageDescriptor(label: 0, (uint)page.Length), words, page);
    }

    private static ulong AccessOf(ExitKind exit, ImmutableArray<ulong> words) => exit switch
    {
        ExitKind.Mmio => words[1],
        ExitKind.SystemRegister => words[0],
        _ => 0,
    };
}
