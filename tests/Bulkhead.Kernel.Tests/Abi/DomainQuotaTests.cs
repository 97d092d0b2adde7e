// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class DomainQuotaTests
{
    [Theory]
    [InlineData(0, 0, 0ul)]
    [InlineData(1, 2, 0x2_0001ul)]
    [InlineData(ushort.MaxValue, ushort.MaxValue, uint.MaxValue)]
    public void Pages_and_objects_share_the_register(ushort pages, ushort objects, ulong value)
    {
        DomainQuota quota = new(pages, objects);
        Assert.Equal(value, quota.Value);
        Assert.Equal(
            (pages, objects), (new DomainQuota(value).TablePages, new DomainQuota(value).Objects));
    }
}
