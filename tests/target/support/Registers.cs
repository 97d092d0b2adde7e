// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite;

/// <summary>x0 to x30.</summary>
[InlineArray(Count)]
public struct Registers
{
    /// <summary>Number of registers.</summary>
    public const int Count = 31;

    private ulong _element;

    /// <summary>A value that tells which register it came from.</summary>
    /// <param name="register">0 to 30.</param>
    /// <returns>The value.</returns>
    public static ulong Pattern(int register) => 0xa5a5_0000_0000_5a00ul + (uint)register;

    /// <summary>Gives every register its pattern.</summary>
    public void Fill()
    {
        for (int register = 0; register < Count; register++) this[register] = Pattern(register);
    }
}
