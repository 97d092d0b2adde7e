// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Communication;

public class PortalTargetTests
{
    [Fact]
    public void It_is_two_references_or_none()
    {
        using SimulatedMachine machine = new();
        ref ExecutionContext server = ref machine.State.Contexts[1];
        ref Portal portal = ref machine.State.Portals[2];
        PortalTarget target = new(ref server, ref portal);
        Assert.True(Unsafe.AreSame(ref server, ref target.Server));
        Assert.True(Unsafe.AreSame(ref portal, ref target.Portal));
        PortalTarget next = new(ref server);
        Assert.True(Unsafe.AreSame(ref server, ref next.Server));
        Assert.True(Unsafe.IsNullRef(ref next.Portal));
        PortalTarget none = default;
        Assert.True(Unsafe.IsNullRef(ref none.Server));
        Assert.True(Unsafe.IsNullRef(ref none.Portal));
    }
}
