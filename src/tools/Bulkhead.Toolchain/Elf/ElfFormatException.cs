// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Elf;

/// <summary>A file is no ELF file of the kind that is read here, or is damaged.</summary>
public sealed class ElfFormatException : ToolchainException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public ElfFormatException(string message)
        : base(message)
    {
    }
}
