// SPDX-License-Identifier: MIT
using Bulkhead.Vmm.Registers;

namespace Bulkhead.Vmm.Tests.Registers;

/// <summary>What is hidden of a processor that has everything.</summary>
public sealed class IdRegisterViewTests
{
    private static ulong Field(uint crm, uint op2, int shift, ulong hardware = ulong.MaxValue) =>
        (IdRegisterView.Narrow(crm, op2, hardware) >> shift) & 15;

    [Theory]
    [InlineData(4, 0, 8, "EL2")]
    [InlineData(4, 0, 12, "EL3")]
    [InlineData(4, 0, 28, "RAS")]
    [InlineData(4, 0, 32, "SVE")]
    [InlineData(4, 0, 40, "MPAM")]
    [InlineData(4, 0, 44, "AMU")]
    [InlineData(4, 1, 8, "MTE")]
    [InlineData(4, 1, 24, "SME")]
    [InlineData(4, 1, 44, "GCS")]
    [InlineData(4, 4, 0, "SVE version")]
    [InlineData(4, 5, 32, "SME features")]
    [InlineData(5, 0, 4, "trace")]
    [InlineData(5, 0, 8, "PMU")]
    [InlineData(5, 0, 32, "SPE")]
    [InlineData(5, 0, 44, "trace buffer")]
    [InlineData(6, 1, 4, "APA")]
    [InlineData(6, 1, 8, "API")]
    [InlineData(6, 1, 24, "GPA")]
    [InlineData(6, 1, 28, "GPI")]
    [InlineData(6, 1, 60, "LS64")]
    [InlineData(6, 2, 0, "WFxT")]
    [InlineData(6, 2, 8, "GPA3")]
    [InlineData(6, 2, 12, "APA3")]
    [InlineData(6, 2, 16, "MOPS")]
    [InlineData(7, 0, 56, "FGT")]
    [InlineData(7, 0, 60, "ECV")]
    [InlineData(7, 1, 4, "VMID bits")]
    [InlineData(7, 1, 8, "VH")]
    [InlineData(7, 1, 40, "HCX")]
    [InlineData(7, 2, 24, "NV")]
    [InlineData(7, 2, 40, "FWB")]
    [InlineData(7, 3, 0, "TCRX")]
    [InlineData(1, 0, 20, "AMU, AArch32")]
    [InlineData(1, 0, 28, "RAS, AArch32")]
    [InlineData(1, 2, 24, "PMU, AArch32")]
    public void Feature_is_hidden(uint crm, uint op2, int shift, string feature) =>
        Assert.True(Field(crm, op2, shift) == 0, feature);

    [Theory]
    [InlineData(4, 0, 0, 2, 2, "AArch32 at EL0")]
    [InlineData(4, 0, 16, 1, 1, "FP with half precision")]
    [InlineData(4, 0, 20, 15, 15, "no Advanced SIMD")]
    [InlineData(6, 0, 4, 2, 2, "AES")]
    [InlineData(6, 0, 20, 2, 2, "atomics")]
    [InlineData(6, 1, 20, 2, 2, "LRCPC")]
    [InlineData(7, 0, 0, 1, 1, "36 address bits")]
    [InlineData(7, 0, 0, 5, 2, "48 address bits become 40")]
    [InlineData(7, 0, 28, 0, 0, "4 KiB granule")]
    [InlineData(7, 0, 24, 15, 15, "no 64 KiB granule")]
    [InlineData(7, 1, 20, 3, 3, "PAN")]
    [InlineData(7, 1, 0, 3, 2, "no HAFT")]
    [InlineData(4, 0, 56, 2, 1, "no SCXTNUM")]
    [InlineData(4, 1, 0, 1, 1, "BTI")]
    public void Feature_is_shown(
        uint crm, uint op2, int shift, ulong hardware, ulong shown, string feature) =>
        Assert.True(Field(crm, op2, shift, hardware << shift) == shown, feature);

    [Theory]
    [InlineData(0ul)]
    [InlineData(ulong.MaxValue)]
    public void El1_is_aarch64_and_the_interrupt_controller_has_system_registers(ulong hardware)
    {
        Assert.Equal(1ul, Field(4, 0, 4, hardware));
        Assert.Equal(1ul, Field(4, 0, 24, hardware));
        Assert.Equal(6ul, Field(5, 0, 0, hardware));
        Assert.Equal(1ul, Field(5, 0, 12, hardware));
        Assert.Equal(15ul, Field(5, 0, 36, hardware));
    }

    [Fact]
    public void Reserved_registers_read_as_zero()
    {
        (uint, uint)[] reserved = [(3, 7), (4, 3), (4, 6), (5, 6), (6, 7), (7, 7)];
        foreach ((uint crm, uint op2) in reserved)
            Assert.Equal(0ul, IdRegisterView.Narrow(crm, op2, ulong.MaxValue));
    }
}
