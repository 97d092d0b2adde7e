// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Exceptions;

/// <summary>Finds the description of a code address in the table that the toolchain makes.
/// </summary>
/// <remarks>
/// The first word is where code begins, the second the number of functions. A word for each
/// follows, in their order: its first instruction's number in the upper 20 bits, its shape's in
/// the lower 12. Code without a description has shape 0, as has the end of the code. Behind
/// them lie the shapes from 1, then the clauses of methods.
/// </remarks>
internal static unsafe class FrameTable
{
    private const int ShapeBits = 12;
    private const uint ShapeMask = (1u << ShapeBits) - 1;
    private const nuint CodeBytesMax = 4u << 20;

    /// <summary>Finds a description.</summary>
    /// <param name="address">An address inside the function, not behind its last
    /// instruction.</param>
    /// <param name="frame">The description.</param>
    /// <returns>False when the address lies in no function that has one.</returns>
    internal static bool TryFind(nuint address, out FrameDescription frame)
    {
        uint* table = (uint*)Start();
        frame = default;
        nuint distance = address - table[0];
        if (distance >= CodeBytesMax)
            return false;
        uint key = ((uint)distance >> 2 << ShapeBits) | ShapeMask;
        uint* low = table + 2;
        uint* shapes = low + table[1];
        // Rows up to low are not above the key: the first one is that of the code's start.
        for (uint* high = shapes; high - low > 1;)
        {
            uint* middle = low + ((high - low) >> 1);
            if (*middle <= key)
                low = middle;
            else
                high = middle;
        }
        uint shape = *low & ShapeMask;
        if (shape == 0)
            return false;
        frame = new FrameDescription(
            table[0] + (*low >> ShapeBits << 2), (FrameShape*)shapes + (shape - 1), (byte*)table);
        return true;
    }

    [RuntimeImport("bulkhead_frame_table")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint Start();
}
