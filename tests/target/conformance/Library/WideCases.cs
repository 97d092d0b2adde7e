// SPDX-License-Identifier: MIT
using System;
using System.Runtime.ExceptionServices;

namespace Bulkhead.Conformance.Library;

/// <summary>What has many parameters: tuples, delegates, hash codes; texts that are put together
/// later; exceptions that are thrown again.</summary>
internal static class WideCases
{
    internal static void Add(CaseList list)
    {
        list.Add("tuple.eight", () => (1, "b", 3.5, 'd', 5L, true, 7, "eight"));
        list.Add("tuple.eight-last", () => (1, 2, 3, 4, 5, 6, 7, 8).Item8);
        list.Add("tuple.ten", () => (1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        list.Add("tuple.eight-equals", () =>
            (1, 2, 3, 4, 5, 6, 7, "x") == (1, 2, 3, 4, 5, 6, 7, "x")
            && (1, 2, 3, 4, 5, 6, 7, 8).Equals((1, 2, 3, 4, 5, 6, 7, 8)));
        list.Add("tuple.eight-compare", () =>
            (1, 2, 3, 4, 5, 6, 7, 8).CompareTo((1, 2, 3, 4, 5, 6, 7, 9)) + " "
                + (2, 2, 3, 4, 5, 6, 7, 8).CompareTo((1, 2, 3, 4, 5, 6, 7, 9)));
        list.Add("tuple.eight-hash", () => (1, 2, 3, 4, 5, 6, 7, 8).GetHashCode()
            == (1, 2, 3, 4, 5, 6, 7, 8).GetHashCode());
        list.Add("tuple.one", () => ValueTuple.Create(5) + " " + new ValueTuple<string>("a"));
        list.Add("func.sixteen", () =>
        {
            Func<int, int, int, int, int, int, int, int, int, int, int, int, int, int, int, int,
                int> sum = (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) =>
                    a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p;
            return sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        });
        list.Add("action.six", () =>
        {
            string text = "";
            Action<int, string, double, char, long, bool> add =
                (a, b, c, d, e, f) => text += a + b + c + d + e + f;
            add(1, "b", 2.5, 'd', 5, true);
            return text;
        });
        list.Add("hash.eight", () => HashCode.Combine(1, 2, 3, 4, 5, 6, 7, 8)
            == HashCode.Combine(1, 2, 3, 4, 5, 6, 7, 8));
        list.Add("hash.eight-differs", () => HashCode.Combine(1, 2, 3, 4, 5, 6, 7, 8)
            == HashCode.Combine(1, 2, 3, 4, 5, 6, 8, 7));
        list.Add("hash.bytes", () => Hash([1, 2, 3]) == Hash([1, 2, 3]));
        list.Add("formattable", () =>
        {
            FormattableString text = $"{1.5} and {"two",5}";
            return text.Format + " " + text.ArgumentCount + " " + text.GetArgument(1) + " " + text;
        });
        list.Add("formattable.invariant", () => FormattableString.Invariant($"{2.5:F2}"));
        list.Add("rethrow.same", () =>
        {
            Exception first = new InvalidOperationException("later");
            try
            {
                ExceptionDispatchInfo.Capture(first).Throw();
                return "not thrown";
            }
            catch (InvalidOperationException error)
            {
                return ReferenceEquals(first, error) + " " + error.Message;
            }
        });
        list.Add("rethrow.trace", Retrace);
        list.Add("rethrow.null", () => ExceptionDispatchInfo.Capture(null!));
    }

    private static object? Retrace()
    {
        ExceptionDispatchInfo? info = null;
        try
        {
            Fail();
        }
        catch (FormatException error)
        {
            info = ExceptionDispatchInfo.Capture(error);
        }
        try
        {
            info!.Throw();
        }
        catch (FormatException error)
        {
            bool isKept = error.StackTrace!.Contains("Fail");
            return isKept + " " + error.Message;
        }
        return "not thrown";
    }

    [System.Runtime.CompilerServices.MethodImpl(
        System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Fail() => throw new FormatException("first");

    private static int Hash(byte[] bytes)
    {
        HashCode code = default;
        code.AddBytes(bytes);
        return code.ToHashCode();
    }
}
