// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Elf;

namespace Bulkhead.Integration.Tests.Elf;

public sealed class ElfFileTests
{
    [Fact]
    public void Reads_segments_entry_and_symbols()
    {
        ElfFile elf = ElfFile.Read(Sample().Build());

        Assert.Equal(2, elf.Segments.Count);
        Assert.Equal([1, 2, 3], elf.Segments[0].Bytes.ToArray());
        Assert.Equal(ElfAccess.Read | ElfAccess.Write, elf.Segments[1].Access);
        Assert.Equal(0x4000_0004UL, elf.PhysicalEntry);
        Assert.Equal(0x123UL, elf.Symbol("first"));
        Assert.Equal(0x456UL, elf.Symbol("second"));
        Assert.Throws<ElfException>(() => elf.Symbol("third"));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(18, 62)]
    [InlineData(16, 1)]
    [InlineData(56, 0)]
    public void Refuses_what_is_no_executable_for_this_machine(int at, byte value)
    {
        byte[] file = Sample().Build();
        file[at] = value;
        Assert.Throws<ElfException>(() => ElfFile.Read(file));
    }

    [Fact]
    public void Survives_every_truncation_and_every_flipped_byte()
    {
        byte[] file = Sample().Build();
        for (int i = 0; i < file.Length; i++)
        {
            byte[] damaged = [.. file];
            damaged[i] ^= 0xff;
            Attempt(damaged);
            Attempt(file[..i]);
        }
    }

    private static void Attempt(byte[] file)
    {
        try
        {
            ElfFile.Read(file);
        }
        catch (ElfException)
        {
            // Refused with a reason: good. Anything else fails the test.
        }
    }

    private static ElfBuilder Sample() => new ElfBuilder { Entry = 0x8000_0004 }
        .Segment(0x8000_0000, 0x4000_0000, [1, 2, 3], 0x100)
        .Segment(0x9000_0000, 0x5000_0000, [], 0x1000, flags: 6)
        .Symbol("first", 0x123).Symbol("second", 0x456);
}
