// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

/// <summary>A thread that can fault, and the thread that its faults are reported to.</summary>
internal sealed class FaultWorld : IDisposable
{
    internal FaultWorld()
    {
        uint server = Kernel.CreateServer();
        Portal = Kernel.CreatePortal(server, badge: 5);
        Domain = Kernel.CreateDomain();
        Handler = Kernel.ContextOf(server);
        Thread = Kernel.ContextOf(Kernel.StartThread(10, Domain, faultPortal: Portal, tag: 42));
        Kernel.ParkRoot();
        Kernel.AssertCurrent(Thread);
    }

    internal KernelHarness Kernel { get; } = new();

    internal uint Portal { get; }

    internal uint Domain { get; }

    internal Link<ExecutionContext> Handler { get; }

    internal Link<ExecutionContext> Thread { get; }

    public void Dispose() => Kernel.Dispose();

    internal void Fault()
    {
        Kernel.Processor.Fault(FaultKind.DataAccess, 0xbad_0000, 0x9200_0007);
        Kernel.CheckInvariants();
    }
}
