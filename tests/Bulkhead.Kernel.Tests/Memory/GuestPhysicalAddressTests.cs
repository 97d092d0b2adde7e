// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Kernel.Tests.Memory;

public class GuestPhysicalAddressTests
{
    [Fact]
    public void An_address_moves_by_bytes()
    {
        GuestPhysicalAddress address = new(0x1000);
        Assert.Equal(0x1234ul, address.Plus(0x234).Value);
        Assert.Equal(0x1000ul, address.Value);
    }
}
