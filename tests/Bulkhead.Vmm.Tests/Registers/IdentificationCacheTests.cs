// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Vmm.Registers;

namespace Bulkhead.Vmm.Tests.Registers;

public sealed class IdentificationCacheTests
{
    private const ulong Hardware = 0x1234_5678_9abc_def0;
    private const ulong ReadBit = 1;

    [Fact]
    public void Knows_exactly_the_identification_registers_that_were_read()
    {
        var machine = new TestMachine();
        for (ulong name = 0; name < 1 << 16; name++)
        {
            RegisterAccess access = Access(name);
            bool isIdentification =
                name >> 14 == 3 && new RegisterName(access).IsIdentification;
            ref IdentificationCache cache = ref machine.Machine.Identification;
            Assert.False(cache.TryRead(access, out _));
            var reply = machine.Exit(ExitKind.SystemRegister, 0, access.Value, Hardware);
            Assert.Equal(isIdentification, cache.TryRead(access, out ulong value));
            Assert.False(cache.TryRead(new RegisterAccess(access.Value & ~ReadBit), out _));
            if (isIdentification) Assert.Equal(reply.Words[1], value);
        }
    }

    [Fact]
    public void Shows_every_virtual_CPU_what_the_first_one_saw()
    {
        IdentificationCache cache = default;
        var access = new RegisterAccess(RegisterAccess.Name(3, 0, 0, 4, 0) | ReadBit);
        ulong first = cache.Learn(access, Hardware);
        Assert.True(cache.TryRead(new RegisterAccess(access.Value | (5 << 5)), out ulong value));
        Assert.Equal(first, value);
        Assert.Equal(IdRegisterView.Narrow(4, 0, Hardware), value);
    }

    private static RegisterAccess Access(ulong name) => new(ReadBit | RegisterAccess.Name(
        (uint)(name >> 14), (uint)(name >> 11) & 7, (uint)(name >> 7) & 15, (uint)(name >> 3) & 15,
        (uint)name & 7));
}
