// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Version of this contract.</summary>
public static class AbiVersion
{
    /// <summary>Major in the upper, minor in the lower 16 bits. Another major is refused.</summary>
    public const uint Current = 0x0002_0000;
}
