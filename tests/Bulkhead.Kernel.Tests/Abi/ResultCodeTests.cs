// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class ResultCodeTests
{
    [Fact]
    public void Status_and_reason_share_the_register()
    {
        foreach (Status status in Enum.GetValues<Status>())
        {
            foreach (Reason reason in Enum.GetValues<Reason>())
            {
                ResultCode code = new(status, reason);
                Assert.Equal((status, reason), (code.Status, code.Reason));
                Assert.Equal((uint)status | ((ulong)reason << 8), code.Value);
                Assert.Equal(status == 0 && reason == 0, code.IsSuccess);
            }
        }
        Assert.True(ResultCode.Success.IsSuccess);
    }
}
