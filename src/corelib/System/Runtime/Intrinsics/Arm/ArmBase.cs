// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Runtime.Intrinsics.Arm;

/// <summary>Instructions of the base architecture, each one instruction.</summary>
public abstract class ArmBase
{
    /// <summary>Always true on this target.</summary>
    public static bool IsSupported
    {
        [Intrinsic]
        get => IsSupported;
    }

    /// <summary>Count of zero bits above the highest one; 32 for zero (CLZ).</summary>
    [Intrinsic]
    public static int LeadingZeroCount(uint value) => LeadingZeroCount(value);

    /// <summary>The bits in the other order (RBIT).</summary>
    [Intrinsic]
    public static uint ReverseElementBits(uint value) => ReverseElementBits(value);

    /// <summary>The hint that this is a spin loop (YIELD).</summary>
    [Intrinsic]
    public static void Yield() => Yield();

    /// <summary>The 64-bit forms.</summary>
    public abstract class Arm64
    {
        /// <summary>Always true on this target.</summary>
        public static bool IsSupported
        {
            [Intrinsic]
            get => IsSupported;
        }

        /// <summary>Count of zero bits above the highest one; 64 for zero (CLZ).</summary>
        [Intrinsic]
        public static int LeadingZeroCount(ulong value) => LeadingZeroCount(value);

        /// <summary>The bits in the other order (RBIT).</summary>
        [Intrinsic]
        public static ulong ReverseElementBits(ulong value) => ReverseElementBits(value);

        /// <summary>Upper half of the product (UMULH).</summary>
        [Intrinsic]
        public static ulong MultiplyHigh(ulong left, ulong right) => MultiplyHigh(left, right);

        /// <summary>Upper half of the signed product (SMULH).</summary>
        [Intrinsic]
        public static long MultiplyHigh(long left, long right) => MultiplyHigh(left, right);
    }
}
