// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class SelectorsTests
{
    [Fact]
    public void Tables_of_selectors_lie_in_the_space_one_behind_another()
    {
        uint[] starts =
        [
            Selectors.Null, Selectors.Console, Selectors.SelfPortal, Selectors.Wakeup,
            Selectors.Manager, Selectors.Vcpu,
            Selectors.Interrupt, Selectors.InterruptSemaphore, Selectors.TerminalClient,
            Selectors.Free,
        ];
        Assert.Equal(starts.Order(), starts);
        Assert.True(Selectors.Vcpu + Limits.VcpusPerMachineMax <= Selectors.Interrupt);
        Assert.True(Selectors.Interrupt + 32 <= Selectors.InterruptSemaphore);
        Assert.True(Selectors.TerminalClient + Limits.PartitionsMax <= Selectors.Free);
        Assert.True(Selectors.Free < Limits.SelectorsMax);
        Assert.True(Selectors.BootSegments
            + Bulkhead.Abi.SystemImage.MemoryRecord.CountMax <= Limits.SelectorsMax);
    }
}
