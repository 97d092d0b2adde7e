// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>A file inside the image.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct PayloadRecord
{
    /// <summary>Offset in the image, a multiple of 4 KiB.</summary>
    public ulong ImageOffset;

    /// <summary>Bytes.</summary>
    public ulong Bytes;

    /// <summary><see cref="Hash64"/> of the bytes.</summary>
    public ulong Hash;
}
