// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>Where a table of equal records is.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct TableReference
{
    /// <summary>Offset from the header, a multiple of 8.</summary>
    public uint Offset;

    /// <summary>Number of records.</summary>
    public uint Count;
}
