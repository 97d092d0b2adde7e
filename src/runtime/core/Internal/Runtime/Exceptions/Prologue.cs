// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>What the first instructions of a function have done to the stack pointer.</summary>
/// <remarks>The toolchain refuses programs in which a prologue moves it in any other way.</remarks>
internal static unsafe class Prologue
{
    /// <summary>Bytes between the caller's stack pointer and that of a place in a prologue.
    /// </summary>
    /// <param name="at">The function's first instruction.</param>
    /// <param name="place">The first that has not run.</param>
    /// <param name="whole">Bytes when all have run: what is subtracted by way of a register is the
    /// rest of it.</param>
    internal static nuint Depth(uint* at, uint* place, nuint whole)
    {
        int depth = 0;
        for (; at < place; at++)
        {
            uint code = *at;
            int half = (int)(code << 10) >> 25;
            if ((code & 0xFFE0FFFF) == 0xCB2063FF)
                return whole;
            // sub sp, sp, #number
            if ((code & 0xFF8003FF) == 0xD10003FF)
                depth += (int)(code >> 10 & 0xFFF) << (int)(code >> 22 & 1) * 12;
            // stp of two registers of 64 bits, [sp, #-number]!
            else if ((code & 0x3BC003E0) == 0x298003E0)
                depth -= half * 8;
            // str of a register of 64 bits, [sp, #-number]!
            else if ((code & 0xFBE00FE0) == 0xF8000FE0)
                depth -= (int)(code << 11) >> 23;
        }
        return (nuint)depth;
    }
}
