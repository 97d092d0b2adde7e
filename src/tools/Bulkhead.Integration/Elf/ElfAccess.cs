// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Elf;

/// <summary>Access to a segment, as the program header encodes it.</summary>
[Flags]
public enum ElfAccess : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Fetch instructions.</summary>
    Execute = 1,

    /// <summary>Write.</summary>
    Write = 2,

    /// <summary>Read.</summary>
    Read = 4,
}
