// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Layout;

/// <summary>Rounding of addresses and sizes.</summary>
public static class Alignment
{
    /// <summary>Bytes of a page.</summary>
    public const ulong Page = 4UL << 10;

    /// <summary>Bytes of a large page: one entry of a level-2 table.</summary>
    public const ulong LargePage = 2UL << 20;

    /// <summary>Rounds up.</summary>
    /// <param name="value">Address or size.</param>
    /// <param name="alignment">A power of two.</param>
    /// <returns>The next multiple, or the value itself when it is one.</returns>
    public static ulong Up(ulong value, ulong alignment) =>
        checked(value + alignment - 1) & ~(alignment - 1);

    /// <summary>Rounds down.</summary>
    /// <param name="value">Address or size.</param>
    /// <param name="alignment">A power of two.</param>
    /// <returns>The multiple before, or the value itself when it is one.</returns>
    public static ulong Down(ulong value, ulong alignment) => value & ~(alignment - 1);
}
