// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class ShutdownTests
{
    [Fact]
    [Verifies("R-HALT-2", "R-PRIVILEGE-1")]
    public void Power_needs_its_right_and_a_known_wish()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Delegate, Selectors.System, 0, 220, (ulong)Rights.SystemConsole)
            .Succeeds();
        kernel.Call(Hypercall.Shutdown, 220, 0).Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.Shutdown, Selectors.System, 2)
            .Refuses(Status.BadParameter, Reason.BadArgument);
        Assert.Equal(PowerState.Running, kernel.Machine.Power);
        kernel.Call(Hypercall.Shutdown, Selectors.System, 1).Succeeds();
        Assert.Equal(PowerState.Reset, kernel.Machine.Power);
        kernel.Call(Hypercall.Shutdown, Selectors.System, 0).Succeeds();
        Assert.Equal(PowerState.Off, kernel.Machine.Power);
    }
}
