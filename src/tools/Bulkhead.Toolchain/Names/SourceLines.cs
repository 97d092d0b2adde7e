// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Globalization;
using Bulkhead.Toolchain.Code;
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain.Names;

/// <summary>Source lines of a program's instructions: what traces of exceptions show.</summary>
internal static class SourceLines
{
    private const int InstructionBytes = 4;

    private static readonly ExternalTool s_tool =
        new("aarch64-linux-gnu-addr2line", "binutils-aarch64-linux-gnu");

    /// <summary>Finds the lines of calls.</summary>
    /// <param name="elf">The program.</param>
    /// <param name="folder">A folder for a list.</param>
    /// <returns>Address, file and line of each call in C#, by address.</returns>
    /// <exception cref="ToolchainException">The tool is not there, or refused.</exception>
    internal static IReadOnlyList<(ulong Address, string File, int Line)> OfCalls(
        ElfFile elf, string folder) =>
        Of(elf, folder, instruction => instruction.IsCall || instruction.IsIndirectCall);

    /// <summary>Finds the lines of whatever an exception can come out of: calls, and accesses that
    /// may fault.</summary>
    /// <param name="elf">The program.</param>
    /// <param name="folder">A folder for a list.</param>
    /// <returns>Address, file and line of each in C#, by address.</returns>
    /// <exception cref="ToolchainException">The tool is not there, or refused.</exception>
    internal static IReadOnlyList<(ulong Address, string File, int Line)> OfThrowers(
        ElfFile elf, string folder) =>
        Of(elf, folder, instruction => instruction.IsCall || instruction.IsIndirectCall
            || instruction.IsAccessByReference);

    private static List<(ulong Address, string File, int Line)> Of(
        ElfFile elf, string folder, Func<Instruction, bool> isWanted)
    {
        List<ulong> wanted = [.. Instructions(elf).Where(isWanted)
            .Select(instruction => instruction.Address)];
        if (wanted.Count == 0) return [];
        string list = Path.Combine(folder, "addresses.txt");
        File.WriteAllLines(
            list, wanted.Select(address => address.ToString("x", CultureInfo.InvariantCulture)));
        string[] places = s_tool.Run(["-e", elf.Name, "@" + list]).Split('\n');
        List<(ulong, string, int)> found = [];
        for (int index = 0; index < wanted.Count && index < places.Length; index++)
        {
            if (TryRead(places[index], out string file, out int line))
                found.Add((wanted[index], file, line));
        }
        return found;
    }

    // "path:line", perhaps with a note in brackets behind; "?" for what is not known.
    private static bool TryRead(string place, out string file, out int line)
    {
        int colon = place.LastIndexOf(':');
        file = colon < 0 ? "" : place[..colon];
        string number = colon < 0 ? "" : place[(colon + 1)..].Split(' ')[0];
        return int.TryParse(number, CultureInfo.InvariantCulture, out line) && line > 0
            && file.EndsWith(".cs", StringComparison.Ordinal);
    }

    private static IEnumerable<Instruction> Instructions(ElfFile elf)
    {
        ElfSection? text = elf.FindSection(".text");
        if (text is null) yield break;
        ReadOnlyMemory<byte> code = elf.Bytes(text);
        for (int at = 0; at + InstructionBytes <= code.Length; at += InstructionBytes)
        {
            yield return new Instruction(
                text.Address + (ulong)at,
                BinaryPrimitives.ReadUInt32LittleEndian(code.Span[at..]));
        }
    }
}
