// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Model;

/// <summary>What a guest kernel file is said to be.</summary>
public enum KernelFormat
{
    /// <summary>Recognised by its header; raw when `load` is given and no header fits.</summary>
    Auto,

    /// <summary>The arm64 Linux boot protocol's <c>Image</c>, plain or compressed.</summary>
    Image,

    /// <summary>An ELF64 AArch64 executable.</summary>
    Elf,

    /// <summary>Bytes that are put at an address.</summary>
    Raw,
}
