// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class MmioAccessTests
{
    [Fact]
    public void Every_combination_comes_back_field_by_field()
    {
        for (uint register = 0; register < 32; register++)
        {
            for (uint bits = 0; bits < 32; bits++)
            {
                bool isWrite = (bits & 4) != 0, isSigned = (bits & 8) != 0,
                    is64Bit = (bits & 16) != 0;
                MmioAccess access = new(bits & 3, isWrite, isSigned, is64Bit, register);
                Assert.Equal(bits & 3, access.SizeLog2);
                Assert.Equal(1u << (int)(bits & 3), access.Bytes);
                Assert.Equal((isWrite, isSigned, is64Bit),
                    (access.IsWrite, access.IsSigned, access.Is64Bit));
                Assert.Equal(register, access.Register);
                Assert.Equal(access.Value, new MmioAccess(access.Value).Value);
            }
        }
    }

    [Fact]
    public void A_signed_halfword_load_into_w3_has_its_documented_bits() =>
        Assert.Equal(
            0x309ul, new MmioAccess(1, isWrite: false, isSigned: true, is64Bit: false, 3).Value);
}
