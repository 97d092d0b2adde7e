// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class CapabilityTests
{
    [Fact]
    public void A_slot_is_one_shift_away()
    {
        Assert.Equal(32, Unsafe.SizeOf<Capability>());
        Assert.Equal(32 * Limits.SelectorsMax, Unsafe.SizeOf<CapabilitySlots>());
    }

    [Fact]
    public void A_cleared_slot_is_empty_and_has_no_rights()
    {
        Capability slot = default;
        Assert.Equal((true, Rights.None), (slot.IsEmpty, slot.Rights));
        slot.Kind = ObjectKind.Portal;
        Assert.False(slot.IsEmpty);
    }
}
