// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Tests.Elf;

public class ElfFileTests
{
    private const string Sample = """
        .text
        .global _start
        .type _start, %function
        _start: adrp x0, value
            bl missing
            ret
        .size _start, . - _start
        .data
        .global value
        value: .quad 0x1122334455667788
        .bss
        .skip 4096
        """;

    [Fact]
    public void ObjectShowsSectionsSymbolsAndRelocations()
    {
        ElfFile file = TinyProgram.Assemble(Sample);
        Assert.Equal(183, file.Machine);
        Assert.Equal(12ul, file.FindSymbol("_start")!.Size);
        Assert.True(file.FindSymbol("_start")!.IsFunction);
        Assert.Equal("missing", Assert.Single(file.UndefinedSymbols).Name);
        Assert.Equal(4096ul, file.FindSection(".bss")!.Size);
        Assert.False(file.FindSection(".bss")!.HasBytes);
        Assert.Equal(8, file.Bytes(file.FindSection(".data")!).Length);
        ElfRelocation call = file.Relocations().Single(row => row.Symbol.Name == "missing");
        Assert.Equal(4ul, call.Offset);
        Assert.Equal(283u, call.Type);
    }

    [Fact]
    public void ProgramShowsSegmentsAndEntry()
    {
        ElfFile file = TinyProgram.Link(Sample.Replace("bl missing", "nop"));
        Assert.Equal(0x4000_0000ul, file.EntryAddress);
        Assert.Contains(file.Segments, segment => segment.IsLoaded && segment.IsExecutable);
        Assert.Empty(file.UndefinedSymbols);
        Assert.Empty(file.Relocations());
    }

    [Fact]
    public void FlatImageHoldsCodeAndDataButNotZeroes()
    {
        ElfFile file = TinyProgram.Link(Sample.Replace("bl missing", "nop"));
        FlatImage image = FlatImage.Of(file);
        Assert.Equal(0x4000_0000ul, image.Address);
        ulong data = file.FindSymbol("value")!.Value - image.Address;
        Assert.Equal(0x1122334455667788ul, BitConverter.ToUInt64(image.Bytes, (int)data));
        Assert.True(image.MemorySize >= (ulong)image.Bytes.Length + 4096);
    }

    [Fact]
    public void OtherFilesAreRefused()
    {
        var error = Assert.Throws<ElfFormatException>(() => ElfFile.Parse(new byte[100], "zeroes"));
        Assert.Contains("zeroes is not an ELF file", error.Message);
        Assert.Throws<ElfFormatException>(() => ElfFile.Parse([0x7F, 0x45], "short"));
    }

    [Fact]
    public void EveryTruncationIsRefusedOrHarmless()
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("tiny.S", Sample + "\n");
        Assembler.Assemble(new ToolchainContext(folder.Path), source, folder.File("tiny.o"));
        byte[] whole = File.ReadAllBytes(folder.File("tiny.o"));
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] part = whole[..length];
            Assert.Throws<ElfFormatException>(() => Everything(ElfFile.Parse(part, "part")));
        }
    }

    [Fact]
    public void DamagedHeadersNeverEscapeAsOtherErrors()
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("tiny.S", Sample + "\n");
        Assembler.Assemble(new ToolchainContext(folder.Path), source, folder.File("tiny.o"));
        byte[] whole = File.ReadAllBytes(folder.File("tiny.o"));
        var random = new Random(1);
        for (int round = 0; round < 2000; round++)
        {
            byte[] damaged = [.. whole];
            for (int change = 0; change < 8; change++)
                damaged[random.Next(whole.Length)] = (byte)random.Next(256);
            try
            {
                Everything(ElfFile.Parse(damaged, "damaged"));
            }
            catch (ElfFormatException)
            {
                // The only way to fail.
            }
        }
    }

    private static void Everything(ElfFile file)
    {
        foreach (ElfSection section in file.Sections)
            file.Bytes(section);
        foreach (ElfSegment segment in file.Segments)
            file.Bytes(segment);
        _ = file.Relocations().Count();
    }
}
