// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class OutcomeTests
{
    [Fact]
    public void Each_name_is_a_status_with_the_reason_given()
    {
        foreach (Reason reason in Enum.GetValues<Reason>())
        {
            Assert.Equal(new ResultCode(Status.BadParameter, reason), Outcome.Parameter(reason));
            Assert.Equal(new ResultCode(Status.BadCapability, reason), Outcome.Capability(reason));
            Assert.Equal(new ResultCode(Status.NoResources, reason), Outcome.Resources(reason));
            Assert.Equal(new ResultCode(Status.Busy, reason), Outcome.Busy(reason));
            Assert.Equal(new ResultCode(Status.Aborted, reason), Outcome.Aborted(reason));
        }
    }
}
