// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain;

/// <summary>Makes firmware for a test machine out of one assembly file: the bytes of its text, for
/// wherever the machine begins. The file refers to nothing outside itself.</summary>
public static class FirmwareBuild
{
    /// <summary>Builds when the source has changed.</summary>
    /// <param name="context">Where progress goes.</param>
    /// <param name="source">The assembly file, from the root of the tree.</param>
    /// <returns>Path of the file of bytes.</returns>
    /// <exception cref="ToolchainException">It does not exist, does not assemble, or needs a
    /// linker.</exception>
    public static string Run(ToolchainContext context, string source)
    {
        string path = context.InRepository(source);
        if (!File.Exists(path))
            throw new ToolchainException($"The firmware {source} does not exist.");
        string output = Path.Combine(
            context.NativeDirectory, "firmware", source.Replace('/', '.') + ".o");
        Directory.CreateDirectory(Path.GetDirectoryName(output)!);
        Assembler.Assemble(context, path, output);
        ElfFile file = ElfFile.Read(output);
        ElfSection? text = file.FindSection(".text");
        if (text is null || file.FindSection(".rela.text") is not null)
            throw new ToolchainException($"The firmware {source} is not one piece of text.");
        string bytes = Path.ChangeExtension(output, ".bin");
        File.WriteAllBytes(bytes, file.Bytes(text).ToArray());
        return bytes;
    }
}
