// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class ProtectionDomainTests
{
    [Fact]
    public void A_dying_domains_row_is_not_free()
    {
        using SimulatedMachine machine = new();
        Span<ProtectionDomain> rows = machine.State.Domains;
        rows[0].Dying = DyingPhase.Slots;
        Assert.Equal(1, FreeRow.Find(rows));
    }
}
