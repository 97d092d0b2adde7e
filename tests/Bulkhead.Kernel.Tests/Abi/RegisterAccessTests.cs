// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Abi;

public class RegisterAccessTests
{
    [Fact]
    public void Names_do_not_depend_on_direction_and_register()
    {
        // ICC_SGI1R_EL1 is S3_0_C12_C11_5.
        ulong name = RegisterAccess.Name(3, 0, 12, 11, 5);
        RegisterAccess write = new(name | (7 << 5));
        RegisterAccess read = new(name | (31 << 5) | 1);
        Assert.Equal(name, write.RegisterName);
        Assert.Equal(name, read.RegisterName);
        Assert.Equal((false, 7u), (write.IsRead, write.Register));
        Assert.Equal((true, 31u), (read.IsRead, read.Register));
    }

    [Fact]
    public void Different_registers_have_different_names()
    {
        HashSet<ulong> names = [];
        for (uint op0 = 2; op0 < 4; op0++)
        {
            for (uint rest = 0; rest < 1 << 14; rest++)
            {
                ulong name = RegisterAccess.Name(
                    op0, rest & 7, (rest >> 3) & 15, (rest >> 7) & 15, rest >> 11);
                Assert.Equal(name, name & RegisterAccess.NameMask);
                Assert.True(names.Add(name));
            }
        }
    }
}
