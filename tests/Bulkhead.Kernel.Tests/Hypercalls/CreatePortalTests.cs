// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreatePortalTests
{
    [Fact]
    public void A_portal_remembers_its_servers_incarnation()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        ref Portal portal = ref kernel.PortalOf(
            kernel.CreatePortal(server, 77, RegisterGroups.Control)).In(ref kernel.State);
        Assert.Equal(kernel.ContextOf(server), portal.Server);
        Assert.Equal(kernel.ContextOf(server).In(ref kernel.State).Key, portal.ServerKey);
        Assert.Equal((77ul, KernelHarness.PortalEntry, RegisterGroups.Control),
            (portal.Badge, portal.Entry, portal.Groups));
    }

    [Fact]
    public void Every_argument_is_checked()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer(), thread = kernel.CreateThread(),
            free = kernel.FreeSelector();
        kernel.Call(Hypercall.CreatePortal, 0, server)
            .Refuses(Status.BadCapability, Reason.SlotZero);
        kernel.Call(Hypercall.CreatePortal, free, Selectors.System)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.CreatePortal, free, thread)
            .Refuses(Status.BadParameter, Reason.NotAThread);
        kernel.Call(Hypercall.CreatePortal, free, server, 0, 0, 8)
            .Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.CreatePortal, free, server, 0, 0, 1ul << 40)
            .Refuses(Status.BadParameter, Reason.BadArgument);
    }

    [Fact]
    [Verifies("R-QUOTA-1")]
    public void The_callers_domain_pays()
    {
        using KernelHarness kernel = new();
        uint domain = kernel.CreateDomain(objects: 3);
        uint thread = kernel.StartThread(50, domain);
        uint server = kernel.CreateServer();
        kernel.Delegate(server, domain, Rights.ContextControl, 10);
        Link<ExecutionContext> link = kernel.ContextOf(thread);
        kernel.ParkRoot();
        kernel.Call(link, Hypercall.CreatePortal, 20, 10).Succeeds();
        kernel.Call(link, Hypercall.CreatePortal, 21, 10).Succeeds();
        kernel.Call(link, Hypercall.CreatePortal, 22, 10)
            .Refuses(Status.NoResources, Reason.ObjectQuota);
        kernel.Call(link, Hypercall.Discard, 20).Succeeds();
        kernel.Call(link, Hypercall.CreatePortal, 22, 10).Succeeds();
    }

    [Fact]
    [Verifies("R-QUOTA-4")]
    public void The_pool_of_portals_is_bounded()
    {
        using KernelHarness kernel = new();
        uint server = kernel.CreateServer();
        for (int count = 0; count < KernelState.PortalsMax; count++) kernel.CreatePortal(server);
        uint free = kernel.FreeSelector();
        kernel.Call(Hypercall.CreatePortal, free, server)
            .Refuses(Status.NoResources, Reason.PoolExhausted);
    }
}
