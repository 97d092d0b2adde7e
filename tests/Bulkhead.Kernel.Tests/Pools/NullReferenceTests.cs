// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Pools;

namespace Bulkhead.Kernel.Tests.Pools;

public class NullReferenceTests
{
    [Fact]
    public void A_reference_to_nothing_is_known()
    {
        ulong item = 0;
        Assert.False(NullReference.Is(ref item));
        Assert.True(NullReference.Is(ref Unsafe.NullRef<ulong>()));
    }
}
