// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;

namespace Bulkhead.Toolchain;

/// <summary>Sizes of a linked program in bytes.</summary>
/// <param name="Text">Executable sections.</param>
/// <param name="ReadOnly">Read-only data.</param>
/// <param name="Data">Initialised data that can be written.</param>
/// <param name="Zeroed">Data that starts as zero, stacks included.</param>
public sealed record ProgramSizes(long Text, long ReadOnly, long Data, long Zeroed)
{
    /// <summary>Everything that occupies memory.</summary>
    public long Total => Text + ReadOnly + Data + Zeroed;

    /// <summary>What is in the file: the rest is zero.</summary>
    public long Loaded => Text + ReadOnly + Data;

    /// <summary>Adds up the sections of a program.</summary>
    public static ProgramSizes Of(ElfFile file)
    {
        long text = 0, constant = 0, data = 0, zeroed = 0;
        foreach (ElfSection section in file.Sections.Where(section => section.IsAllocated))
        {
            long size = (long)section.Size;
            if (section.IsExecutable)
                text += size;
            else if (!section.IsWritable)
                constant += size;
            else if (section.HasBytes)
                data += size;
            else
                zeroed += size;
        }
        return new ProgramSizes(text, constant, data, zeroed);
    }
}
