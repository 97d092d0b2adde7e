// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Boot;

public class StartupTests
{
    [Fact]
    public void The_manager_runs_with_its_capabilities()
    {
        using KernelHarness kernel = new();
        kernel.AssertCurrent(kernel.Root);
    }
}
