// SPDX-License-Identifier: MIT
using Internal.Runtime.CompilerHelpers;

namespace System;

public static partial class Math
{
    private const double Two31 = 2147483648.0;
    private const double Two32 = 4294967296.0;
    private const double Two63 = 9223372036854775808.0;
    private const double Two64 = 18446744073709551616.0;

    // Called by name for checked conversions. A NaN fails every comparison.
    private static int ConvertToInt32Checked(double value)
    {
        if (!(value > -Two31 - 1 && value < Two31))
            ThrowHelpers.ThrowOverflowException();
        return (int)value;
    }

    private static uint ConvertToUInt32Checked(double value)
    {
        if (!(value > -1.0 && value < Two32))
            ThrowHelpers.ThrowOverflowException();
        return (uint)value;
    }

    private static long ConvertToInt64Checked(double value)
    {
        if (!(value >= -Two63 && value < Two63))
            ThrowHelpers.ThrowOverflowException();
        return (long)value;
    }

    private static ulong ConvertToUInt64Checked(double value)
    {
        if (!(value > -1.0 && value < Two64))
            ThrowHelpers.ThrowOverflowException();
        return (ulong)value;
    }
}
