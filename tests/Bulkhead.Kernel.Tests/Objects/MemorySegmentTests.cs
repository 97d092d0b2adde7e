// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class MemorySegmentTests
{
    [Fact]
    public void A_row_is_free_until_it_is_an_object()
    {
        using SimulatedMachine machine = new();
        Assert.Equal(0, FreeRow.Find<MemorySegment>(machine.State.Segments));
        machine.State.Segments[0].Header.Kind = ObjectKind.MemorySegment;
        Assert.Equal(1, FreeRow.Find<MemorySegment>(machine.State.Segments));
    }
}
