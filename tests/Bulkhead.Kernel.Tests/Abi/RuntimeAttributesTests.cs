// SPDX-License-Identifier: MIT
using System.Runtime;

namespace Bulkhead.Kernel.Tests.Abi;

public class RuntimeAttributesTests
{
    [Fact]
    public void A_symbol_keeps_its_name()
    {
        Assert.Equal("KernelEntry", new RuntimeExportAttribute("KernelEntry").Entry);
        Assert.Equal("vectors", new RuntimeImportAttribute("vectors").EntryPoint);
    }
}
