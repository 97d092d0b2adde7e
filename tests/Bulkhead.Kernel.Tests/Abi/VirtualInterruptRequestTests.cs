// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class VirtualInterruptRequestTests
{
    [Fact]
    public void A_configuration_keeps_all_of_its_parts()
    {
        for (uint interrupt = 0; interrupt < 1024; interrupt += 31)
        {
            VirtualInterruptRequest request = new(interrupt, isEnabled: interrupt % 2 == 0,
                priority: (byte)interrupt, isEdge: interrupt % 3 == 0);
            Assert.Equal(VirtualInterruptOperation.Configure, request.Operation);
            Assert.Equal(interrupt, request.Interrupt);
            Assert.Equal((byte)interrupt, request.Priority);
            Assert.Equal(
                (interrupt % 2 == 0, interrupt % 3 == 0), (request.IsEnabled, request.IsEdge));
        }
    }

    [Theory]
    [InlineData(VirtualInterruptOperation.Query, 0u)]
    [InlineData(VirtualInterruptOperation.ClearActive, 1023u)]
    public void An_operation_carries_no_configuration(
        VirtualInterruptOperation operation, uint interrupt)
    {
        VirtualInterruptRequest request = new(operation, interrupt);
        Assert.Equal((operation, interrupt), (request.Operation, request.Interrupt));
        Assert.Equal(
            ((byte)0, false, false), (request.Priority, request.IsEnabled, request.IsEdge));
    }
}
