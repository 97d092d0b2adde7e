// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests.Gates;

public class SelfCallGateTests
{
    [Theory]
    [InlineData("S_P_CoreLib_X", "str x30, [sp, #-16]!\nb S_P_CoreLib_X", false)]
    [InlineData("S_P_CoreLib_X", "nop\nbl S_P_CoreLib_X\nret", false)]
    [InlineData("S_P_CoreLib_X", "subs x0, x0, #1\nb.ne S_P_CoreLib_X\nret", true)]
    [InlineData("S_P_CoreLib_X", "stp x29, x30, [sp, #-16]!\nldp x29, x30, [sp], #16\nret", true)]
    [InlineData("App_X", "nop\nbl App_X\nret", true)]
    public void CoreLibraryNeverCallsItself(string name, string body, bool passed) =>
        Assert.Equal(passed, TinyProgram.Check(
            new SelfCallGate(),
            TinyProgram.Function(name, body) + ".global _start\n_start: ret").Passed);
}
