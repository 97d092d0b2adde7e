// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Exceptions;

/// <summary>Finds the frame description of a code address in the linker's search table.</summary>
/// <remarks>
/// .eh_frame_hdr: version, three encodings, distance to .eh_frame, count, then pairs of distances
/// (function, description) from the table's start, in order of functions (Linux Standard Base 5.0,
/// 10.6.2). The linker writes encodings 0x1b, 0x03, 0x3b.
/// </remarks>
internal static unsafe class FrameTable
{
    private const uint Encodings = 0x3B_03_1B_01;

    /// <summary>Finds a description.</summary>
    /// <param name="address">An address inside the function, not behind its last
    /// instruction.</param>
    /// <param name="frame">The description.</param>
    /// <returns>False when the address lies in no function that has one.</returns>
    internal static bool TryFind(nuint address, out FrameDescription frame)
    {
        byte* header = (byte*)Start();
        frame = default;
        if (*(uint*)header != Encodings)
            return false;
        int count = *(int*)(header + 8);
        int* pairs = (int*)(header + 12);
        int low = 0, high = count - 1, found = -1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if ((nuint)(header + pairs[2 * middle]) <= address)
            {
                found = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return found >= 0
            && FrameDescription.TryRead(header + pairs[(2 * found) + 1], address, out frame);
    }

    [RuntimeImport("bulkhead_frame_table")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint Start();
}
