// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using static Bulkhead.Simulation.Exploration.Configurations.SystemScript;

namespace Bulkhead.Simulation.Exploration.Configurations;

/// <summary>Two clients and the partition manager in front of two servers: calls, replies, help,
/// faults, stopping, destroying, making anew, in every order.</summary>
internal static class IpcConfiguration
{
    private const ulong PortalOne = 16;
    private const ulong PortalTwo = 17;
    private const ulong ServerOne = 18;
    private const ulong ServerTwo = 19;
    private const ulong ClientOne = 20;
    private const ulong ClientTwo = 21;
    private const ulong TimeOne = 22;
    private const ulong TimeTwo = 23;
    private const ulong Clients = 24;
    private const ulong Servers = 25;
    private const ulong ServerTags = (1 << 1) | (1 << 2);
    private const ulong ClientTags = (1 << 3) | (1 << 4);
    private const ulong OverlongMessage = MessageDescriptor.WordsMax + 1;

    internal static ExplorationConfiguration Create()
    {
        SystemScript script = new();
        SetUp(script);
        Communicate(script);
        Administer(script);
        return new ExplorationConfiguration
        {
            Name = "ipc",
            Summary = "2 domains, 2 servers, 2 clients and the manager, 2 portals",
            Setup = script.Setup,
            Actions = script.Actions,
            Size = new FootprintSize { Contexts = 6, Portals = 3, Semaphores = 1, Utcbs = 6,
                Mappings = 10, Segments = 5, Selectors = 28 },
            IsClosed = true,
        };
    }

    private static void SetUp(SystemScript script) =>
        script
            .Do(Domain(Clients, 8, 8), Domain(Servers, 8, 8))
            .Do(Server(ServerOne, Servers, 1), Server(ServerTwo, Servers, 2))
            .Do(Portal(PortalOne, ServerOne, 0x11), Portal(PortalTwo, ServerTwo, 0x22))
            .Do(Thread(ClientOne, Clients, 3, PortalOne), Thread(ClientTwo, Clients, 4))
            .Do(Run(TimeOne, ClientOne), Run(TimeTwo, ClientTwo))
            .Do(Lend(PortalOne, Clients), Lend(PortalTwo, Clients))
            .Do(Lend(PortalOne, Servers), Lend(PortalTwo, Servers))
            .Do(Give(ServerOne, Clients, ServerOne, Rights.ContextControl))
            .Do(Give(ClientOne, Servers, ClientOne, Rights.ContextControl));

    private static void Communicate(SystemScript script) =>
        script
            .May(Anybody, CallPortal(PortalOne), CallPortal(PortalTwo), CallPortal(PortalOne, 2))
            .May(ClientTags, CallPortal(PortalOne, OverlongMessage), CallPortal(ServerOne))
            .May(
                ClientTags,
                CallPortalUntil(PortalOne, 0), CallPortalUntil(PortalOne, ulong.MaxValue))
            .May(ServerTags, Reply(), Reply(1), Reply(OverlongMessage))
            .May(ClientTags, Reply())
            .May(Anybody, Yield)
            .May(ClientTags | ServerTags, new SimulationEvent(
                EventKind.Fault, 0, (ulong)FaultKind.DataAccess, 0x1000, 0));

    private static void Administer(SystemScript script) =>
        script
            .May(Manager, Stop(ServerTwo), Stop(ClientTwo), Stop(Selectors.OwnDomain))
            .May(ServerTags, Stop(ClientOne))
            .May(ClientTags, Stop(ServerOne))
            .May(Manager, Destroy(ServerOne), Server(ServerOne, Servers, 1))
            .May(Manager, Destroy(PortalOne), Portal(PortalOne, ServerOne, 0x11))
            .May(Manager, TakeBack(PortalOne), Lend(PortalOne, Clients), Lend(PortalOne, Servers))
            .May(Manager, Destroy(ClientOne), Thread(ClientOne, Clients, 3, PortalOne))
            .May(Manager, Destroy(TimeOne), Run(TimeOne, ClientOne));

    private static SimulationEvent Lend(ulong portal, ulong domain) =>
        Give(portal, domain, portal, Rights.PortalCall);
}
