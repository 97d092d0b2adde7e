// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Models;

public class InterruptSlotTests
{
    [Fact]
    public void Its_fields_are_kept_apart()
    {
        for (uint interrupt = 0; interrupt < 1020; interrupt += 17)
        {
            bool isBound = interrupt % 2 == 0;
            uint physical = isBound ? 1019 - interrupt : 0;
            InterruptSlot slot = new(interrupt, (byte)interrupt, isBound, physical);
            for (int state = 0; state < 8; state++)
            {
                bool isPending = (state & 1) != 0, isActive = (state & 2) != 0;
                InterruptSlot changed = slot.With(isPending, isActive, (state & 4) != 0);
                Assert.Equal((isPending, isActive), (changed.IsPending, changed.IsActive));
                Assert.Equal((state & 4) != 0, changed.IsEnded);
                Assert.Equal(state == 0, changed.IsFree);
                Assert.Equal((interrupt, (byte)interrupt), (changed.Interrupt, changed.Priority));
                Assert.Equal((isBound, physical), (changed.IsBound, changed.Physical));
            }
        }
    }

    [Fact]
    public void Ending_what_is_not_active_is_an_error()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        Assert.Throws<SimulationException>(() => machine.End(40));
    }
}
