// SPDX-License-Identifier: MIT
using System.Numerics;

namespace Bulkhead.Kernel.Tests.Abi;

public class RightsTests
{
    [Fact]
    public void Every_kind_has_rights_of_its_own()
    {
        uint seen = 0;
        foreach (Rights right in Enum.GetValues<Rights>()
            .Where(right => BitOperations.PopCount((uint)right) == 1))
        {
            Assert.Equal(0u, seen & (uint)right);
            seen |= (uint)right;
        }
        Rights all = Rights.DomainAll | Rights.SegmentAll | Rights.ContextControl
            | Rights.SchedulingControl | Rights.PortalCall
            | Rights.SemaphoreAll | Rights.InterruptBind | Rights.SystemAll;
        Assert.Equal(seen, (uint)all);
    }

    [Fact]
    public void Segment_rights_follow_access_bits()
    {
        Assert.Equal((uint)MemoryAccess.Read << 4, (uint)Rights.SegmentRead);
        Assert.Equal((uint)MemoryAccess.Write << 4, (uint)Rights.SegmentWrite);
        Assert.Equal((uint)MemoryAccess.Execute << 4, (uint)Rights.SegmentExecute);
    }
}
