// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Language;

/// <summary>Numbers and their operators.</summary>
internal static class ArithmeticCases
{
    private static readonly int[] s_numbers = [0, 1, 7, -7, int.MaxValue, int.MinValue, 1000];
    private static readonly double[] s_reals = [0, 1, -1.5, 1e10, 0.1, double.MaxValue, double.NaN];

    internal static void Add(CaseList list)
    {
        list.Add("int.divide", () => s_numbers[3] / 2);
        list.Add("int.remainder", () => s_numbers[3] % 4);
        list.Add("int.wrap", () => unchecked(s_numbers[4] + 1));
        list.Add("int.shift", () => s_numbers[3] >> 1);
        list.Add("int.shift-unsigned", () => s_numbers[3] >>> 28);
        list.Add("int.shift-large", () => s_numbers[1] << 33);
        list.Add("int.bits", () => (s_numbers[6] & 0xFF) | (s_numbers[2] ^ 3));
        list.Add("int.not", () => ~s_numbers[2]);
        list.Add("long.multiply", () => (long)s_numbers[4] * s_numbers[4]);
        list.Add("uint.divide", () => (uint)s_numbers[3] / 3);
        list.Add("ulong.max", () => ulong.MaxValue / (ulong)s_numbers[2]);
        list.Add("byte.wrap", () => (byte)(s_numbers[6]));
        list.Add("sbyte.wrap", () => (sbyte)(s_numbers[6]));
        list.Add("short.wrap", () => (short)(s_numbers[4]));
        list.Add("char.arithmetic", () => (char)('a' + s_numbers[2]));
        list.Add("double.divide", () => s_reals[1] / 3);
        list.Add("double.by-zero", () => s_reals[1] / s_reals[0]);
        list.Add("double.nan", () => s_reals[0] / s_reals[0]);
        list.Add("double.nan-compare", () => (s_reals[6] == s_reals[6]) + " " + (s_reals[6] < 1));
        list.Add("double.nan-equals", () => s_reals[6].Equals(double.NaN));
        list.Add("double.remainder", () => 7.5 % (s_reals[1] * 2));
        list.Add("double.remainder-negative", () => -7.5 % (s_reals[1] * 2));
        list.Add("double.remainder-large", () => 1e300 % (s_reals[1] * 7));
        list.Add("double.remainder-zero", () => 5.0 % s_reals[0]);
        list.Add("float.remainder", () => 7.25f % (float)s_reals[1]);
        list.Add("double.to-int", () => (int)(s_reals[2]));
        list.Add("double.to-int-large", () => (int)s_reals[3]);
        list.Add("double.to-long", () => (long)s_reals[3]);
        list.Add("double.to-ulong", () => (ulong)1.8e19);
        list.Add("double.to-uint", () => (uint)(s_reals[3] / 10));
        list.Add("double.checked", () => checked((int)s_reals[3]));
        list.Add("double.from-ulong", () => (double)(ulong.MaxValue - (ulong)s_numbers[1]));
        list.Add("double.from-long", () => (double)long.MinValue);
        list.Add("float.precision", () => 0.1f + 0.2f);
        list.Add("float.to-double", () => (double)0.1f);
        list.Add("double.to-float", () => (float)s_reals[4]);
        list.Add("double.to-float-infinite", () => (float)s_reals[5]);
        list.Add("double.sum", () => s_reals[4] + 0.2);
        list.Add("double.negative-zero", () => -s_reals[0]);
        list.Add("double.hash", () => 0.0.GetHashCode() == (-0.0).GetHashCode());
        list.Add("int.compare", () => s_numbers[2].CompareTo(s_numbers[6]));
        list.Add("bool.logic", () => (s_numbers[1] == 1 ^ s_numbers[2] == 7) | s_numbers[0] == 0);
        list.Add("int.minmax", () => int.MaxValue + "/" + long.MinValue + "/" + byte.MaxValue);
        list.Add("nint.size", () => nint.Size);
        list.Add("nint.text", () => (nint)s_numbers[3] + " " + (nuint)s_numbers[6]);
        list.Add("nint.format", () => $"{(nint)s_numbers[3]:X} {(nuint)s_numbers[6],8:D6}");
    }
}
