// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Access that a mapping gives. Device or normal memory is the segment's own
/// property.</summary>
[System.Flags]
public enum MemoryAccess : uint
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Read.</summary>
    Read = 1,

    /// <summary>Write.</summary>
    Write = 2,

    /// <summary>Fetch instructions.</summary>
    Execute = 4,

    /// <summary>Device memory (used in the system image and in segments, not in map
    /// requests).</summary>
    Device = 8,
}
