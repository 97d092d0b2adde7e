// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text.RegularExpressions;
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Frames;

namespace Bulkhead.Toolchain.Tests.Frames;

/// <summary>The table says what the descriptions say, which another tool reads.</summary>
public partial class FrameTableTests
{
    private const string Frame = "stp x29, x30, [sp, #-16]!; mov x29, sp";
    private static readonly ExternalTool s_reader =
        new("aarch64-linux-gnu-readelf", "binutils-aarch64-linux-gnu");

    [Fact]
    public void FunctionsShareShapesAndCodeBetweenHasNone()
    {
        ElfFile elf = TinyProgram.Link(
            TinyProgram.Function("_start", "nop")
            + PrologueTests.Function("first", "29, 16", "29 -16 30 -8", Frame)
            + PrologueTests.Function("second", "29, 16", "29 -16 30 -8", Frame)
            + TinyProgram.Function("between", "ret")
            + PrologueTests.Function(
                "third", "29, 32", "29 -32 30 -24", "stp x29, x30, [sp, #-32]!; mov x29, sp")
            + TinyProgram.Function("leaf", ".cfi_startproc\nret\n.cfi_endproc")
            + TinyProgram.Function("last", "ret"));
        using FrameMachine machine = new(elf);
        int[] shapes = [.. new[] { "_start", "first", "second", "between", "third", "leaf", "last" }
            .Select(name => machine.ShapeAt(elf.FindSymbol(name)!.Value))];
        Assert.Equal([0, 1, 1, 0, 2, 0, 0], shapes);
        Assert.Equal(1, machine.ShapeAt(elf.FindSymbol("between")!.Value - 4));
    }

    [Theory]
    [InlineData("29, 32", "29 -32 30 -24 19 -8 20 -16")]
    [InlineData("29, 32", "29 -32 30 -16")]
    [InlineData("29, 32", "29 -32 30 -24 9 -8")]
    public void LayoutWithoutWordsIsRefused(string frame, string saves)
    {
        ElfFile elf = TinyProgram.Link(PrologueTests.Function(
            "_start", frame, saves, "stp x29, x30, [sp, #-32]!; mov x29, sp"));
        Assert.Throws<ToolchainException>(() => FrameTable.Make(elf));
    }

    [Fact]
    public void UnknownStepIsRefused()
    {
        ElfFile elf = TinyProgram.Link(TinyProgram.Function(
            "_start", ".cfi_startproc\nnop\n.cfi_remember_state\nret\n.cfi_endproc"));
        Assert.Contains("unknown step 10", Assert.Throws<ToolchainException>(
            () => FrameReader.Read(elf)).Message, StringComparison.Ordinal);
    }

    // Every prologue of a real program, at every instruction.
    [Fact]
    public void RealProgramIsUnwoundAsItsDescriptionsSay()
    {
        NativeBuildResult built = Greeting();
        string path = Path.ChangeExtension(built.ElfPath, ".nameless.elf");
        ElfFile elf = ElfFile.Read(path);
        IReadOnlyList<FrameRow> rows = FrameReader.Read(elf);
        Assert.True(rows.Count > 200);
        Assert.Equal(Described(path), rows.Select(Text));
        using FrameMachine machine = new(elf);
        foreach (FrameRow row in rows) machine.Check(row);
        ElfFile linked = ElfFile.Read(built.ElfPath);
        Assert.Equal(Code(elf), Code(linked));
        Assert.False(linked.FindSection(".eh_frame")!.IsAllocated);
        Assert.False(linked.FindSection(".dotnet_eh_table")!.IsAllocated);
    }

    [Fact]
    public void HandlersAreThoseOfTheirMethod()
    {
        NativeBuildResult built = Greeting();
        ElfFile elf = ElfFile.Read(built.ElfPath);
        ElfSymbol greet = elf.Symbols.Single(
            symbol => symbol.Name.EndsWith("Program__Greet", StringComparison.Ordinal)
                && symbol.IsFunction);
        List<MethodClauses> parts = [.. FrameReader.Read(elf)
            .Select(row => MethodClauses.Of(elf, row)).OfType<MethodClauses>()
            .Where(method => method.MethodStart == greet.Value)];
        // The method, its filter, two handlers; more where it has others.
        Assert.True(parts.Count >= 4);
        foreach (MethodClauses part in parts)
        {
            Assert.Equal([2u, 0u], part.Clauses.Select(clause => clause.Kind).Take(2));
            Assert.Contains("ArgumentException", elf.Symbols.First(
                symbol => symbol.Value == part.Clauses[1].Value
                    && symbol.Name.StartsWith("_ZTV", StringComparison.Ordinal)).Name,
                StringComparison.Ordinal);
        }
    }

    private static NativeBuildResult Greeting() => PartitionBuild.Run(
        Repository.Context,
        Repository.Context.InRepository("samples/greeting/Greeting.csproj"));

    private static (ulong Address, ulong Size) Code(ElfFile elf) =>
        (elf.FindSection(".data")!.Address, elf.FindSection(".text")!.Size);

    private static string Text(FrameRow row)
    {
        string register = row.BaseRegister == FrameRow.FramePointer ? "x29" : "sp";
        string saves = string.Join(' ', row.Saves.OrderBy(save => save.Key).Select(save =>
            $"{(save.Key >= 64 ? "v" + (save.Key - 64) : "x" + save.Key)}c{save.Value}"));
        return $"{row.Start:x} {row.End:x} {row.Body:x} {register}+{row.BaseOffset} {saves}";
    }

    // The last row of each description.
    private static IEnumerable<string> Described(string path)
    {
        SortedDictionary<ulong, string> found = [];
        (ulong start, ulong end) = (0, 0);
        string[] columns = [];
        foreach (string line in s_reader.Run(["--debug-dump=frames-interp", path]).Split('\n'))
        {
            Match head = Head().Match(line);
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (head.Success)
                (start, end) = (Hex(head.Groups[1].Value), Hex(head.Groups[2].Value));
            else if (line.Contains(" CIE", StringComparison.Ordinal))
                start = 0;
            else if (words is ["LOC", ..])
                columns = words;
            else if (start != 0 && words.Length == columns.Length && words.Length > 2)
            {
                found[start] = $"{start:x} {end:x} {Hex(words[0]):x} {words[1]} "
                    + Saves(columns, words);
            }
        }
        return found.Values;
    }

    private static string Saves(string[] columns, string[] words) => string.Join(
        ' ', Enumerable.Range(2, columns.Length - 2)
            .Where(index => words[index] != "u").Select(index => columns[index] switch
            {
                "ra" => "x30" + words[index],
                _ => columns[index] + words[index],
            }));

    private static ulong Hex(string text) =>
        ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@" FDE .*pc=([0-9a-f]+)\.\.([0-9a-f]+)")]
    private static partial Regex Head();
}
