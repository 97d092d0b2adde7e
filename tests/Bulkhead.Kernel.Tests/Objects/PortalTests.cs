// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class PortalTests
{
    [Fact]
    public void Entry_code_finds_entry_and_badge()
    {
        Portal portal = default;
        Assert.Equal(16, FieldOffset.Of(ref portal, ref portal.Entry));
        Assert.Equal(24, FieldOffset.Of(ref portal, ref portal.Badge));
    }

    [Fact]
    public void A_row_is_free_until_it_is_an_object()
    {
        using SimulatedMachine machine = new();
        Assert.Equal(0, FreeRow.Find<Portal>(machine.State.Portals));
        machine.State.Portals[0].Header.Kind = ObjectKind.Portal;
        Assert.Equal(1, FreeRow.Find<Portal>(machine.State.Portals));
    }
}
