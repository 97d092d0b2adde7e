// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests;

/// <summary>An object file is as new as everything that it is made of.</summary>
public sealed class AssemblerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bulkhead-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // offsets.inc lies two folders above, and is included by what is included, too.
    [Theory]
    [InlineData("../../offsets.inc")]
    [InlineData("../between.inc")]
    public void ChangedInclude_IsSeen(string included)
    {
        string source = Write("one/two/source.S", $".include \"{included}\"\n.quad VALUE\n");
        Write("one/between.inc", ".include \"../../offsets.inc\"\n");
        Assert.NotEqual(Assembled(source, 1), Assembled(source, 2));
    }

    [Fact]
    public void IncludesOfEachOther_AreReadOnce()
    {
        string source = Write("a.S", "  .include \"b.inc\"\n// .include \"c.inc\"\n");
        string other = Write("b.inc", ".include \"a.S\"\n.include \"missing.inc\"\n");
        Write("c.inc", "");
        Assert.Equal([source, other], AssemblyIncludes.Of(source));
    }

    private byte[] Assembled(string source, int value)
    {
        Write("offsets.inc", $".equ VALUE, {value}\n");
        string output = Path.Combine(_folder, "out.o");
        Assembler.Assemble(new ToolchainContext(_folder), source, output);
        return File.ReadAllBytes(output);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
