// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Text;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Frames;

/// <summary>Writes how the frames of a program's functions are laid out and what handles its
/// exceptions: the table that <c>Internal.Runtime.Exceptions.FrameTable</c> reads, as assembly
/// source.</summary>
/// <remarks>
/// It comes from the descriptions of a program that was linked without it and is in front of the
/// tables of names, behind everything else. The descriptions themselves are not in memory. A
/// function has one state there: that behind its prologue. Inside of prologues the runtime counts
/// what their instructions do to the stack pointer.
/// </remarks>
internal sealed class FrameTable
{
    private const int InstructionBytes = 4;
    private const int ShapeBits = 12;
    private const int ShapesMax = (1 << ShapeBits) - 1;
    private const int WordBytes = 4;
    private const int HeadBytes = 8;
    private const int ShapeBytes = 12;
    private const int ClauseBytes = 12;
    private const ulong CodeBytesMax = 4 << 20;

    private readonly Dictionary<FrameShape, int> _shapes = [];
    private readonly List<MethodClauses> _methods = [];
    private readonly List<(ulong Start, int Shape)> _functions = [];
    private readonly StringBuilder _source = new();

    /// <summary>Makes the source.</summary>
    /// <param name="elf">The program without the table.</param>
    /// <exception cref="ToolchainException">The program has frames that the table has no words for.
    /// </exception>
    internal static string Make(ElfFile elf)
    {
        ElfSection code = elf.FindSection(".text")
            ?? throw new ToolchainException($"{elf.Name} has no code.");
        if (code.Size > CodeBytesMax)
            throw new ToolchainException($"{elf.Name} has more than {CodeBytesMax} bytes of code.");
        FrameTable table = new();
        table.Collect(elf, code);
        return table.Write(code.Address);
    }

    private void Collect(ElfFile elf, ElfSection code)
    {
        Dictionary<ulong, int> numbers = [];
        ulong end = code.Address;
        foreach (FrameRow row in FrameReader.Read(elf))
        {
            if (row.Start < end || row.End > code.Address + code.Size)
                throw new ToolchainException($"The function at 0x{row.Start:x} lies in another.");
            if (row.Start != end) _functions.Add((end, 0));
            _functions.Add((row.Start, row.HasFrame ? Shape(elf, row, numbers) : 0));
            end = row.End;
        }
        _functions.Add((end, 0));
        if (_shapes.Count > ShapesMax)
            throw new ToolchainException($"{elf.Name} has more than {ShapesMax} kinds of frames.");
    }

    private int Shape(ElfFile elf, FrameRow row, Dictionary<ulong, int> numbers)
    {
        PrologueCode.Check(elf, row);
        int method = -1;
        if (MethodClauses.Of(elf, row) is MethodClauses clauses
            && !numbers.TryGetValue(clauses.MethodStart, out method))
        {
            numbers.Add(clauses.MethodStart, method = _methods.Count);
            _methods.Add(clauses);
        }
        FrameShape shape = FrameShape.Of(row, method);
        if (!_shapes.TryGetValue(shape, out int number))
            _shapes.Add(shape, number = _shapes.Count + 1);
        return number;
    }

    private string Write(ulong code)
    {
        _source.Append("// Made by the toolchain: frames of functions, and their handlers.\n"
            + "        .section .bulkhead.frames, \"a\"\n        .balign 8\n");
        Line(".word", (long)code, _functions.Count);
        foreach ((ulong start, int shape) in _functions)
            Line(".word", ((long)(start - code) / InstructionBytes << ShapeBits) | (long)shape);
        List<int> places = [.. MethodPlaces()];
        foreach (FrameShape shape in _shapes.Keys)
        {
            Line(".word", shape.Registers);
            Line(".hword", shape.Frame, shape.Saved);
            Line(".word", shape.Method < 0 ? 0 : places[shape.Method]);
        }
        foreach (MethodClauses method in _methods) Write(method);
        return _source.ToString();
    }

    private IEnumerable<int> MethodPlaces()
    {
        int place =
            HeadBytes + (_functions.Count * WordBytes) + (_shapes.Count * ShapeBytes);
        foreach (MethodClauses method in _methods)
        {
            yield return place;
            place += HeadBytes + (method.Clauses.Count * ClauseBytes);
        }
    }

    private void Write(MethodClauses method)
    {
        Line(".word", (long)method.MethodStart, method.Clauses.Count);
        foreach (MethodClause clause in method.Clauses)
        {
            Line(".hword", Instruction(method, clause.Start), Instruction(method, clause.End));
            Line(".word", (long)clause.Handler | clause.Kind, (long)clause.Value);
        }
    }

    private static long Instruction(MethodClauses method, uint bytes)
    {
        uint number = bytes / InstructionBytes;
        return bytes % InstructionBytes == 0 && number <= ushort.MaxValue
            ? number
            : throw new ToolchainException(
                $"The method at 0x{method.MethodStart:x} has a try block too far from its start.");
    }

    private void Line(string directive, params ReadOnlySpan<long> values)
    {
        _source.Append("        ").Append(directive);
        for (int index = 0; index < values.Length; index++)
        {
            _source.Append(index == 0 ? " " : ", ")
                .Append(values[index].ToString(CultureInfo.InvariantCulture));
        }
        _source.Append('\n');
    }
}
