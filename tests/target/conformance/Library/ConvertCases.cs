// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Library;

/// <summary>Convert: numbers, bases, Base64 and hexadecimal text.</summary>
internal static class ConvertCases
{
    internal static void Add(CaseList list)
    {
        list.Add("convert.text", () => Convert.ToInt32("42") + Convert.ToInt64("-7")
            + " " + Convert.ToDouble("1.5") + " " + Convert.ToBoolean("true") + " "
            + Convert.ToByte("255") + Convert.ToUInt64("18446744073709551615"));
        list.Add("convert.text-null", () => Convert.ToInt32((string?)null) + " "
            + Convert.ToDouble((string?)null) + " " + Convert.ToBoolean((string?)null));
        list.Add("convert.text-bad", () => Convert.ToInt32("four"));
        list.Add("convert.text-large", () => Convert.ToInt16("70000"));
        list.Add("convert.double", () => Convert.ToInt32(2.5) + " " + Convert.ToInt32(3.5) + " "
            + Convert.ToInt32(-2.5) + " " + Convert.ToInt64(1e15) + " " + Convert.ToByte(254.6));
        list.Add("convert.double-large", () => Convert.ToInt32(2147483647.5));
        list.Add("convert.double-edge", () => Convert.ToInt32(2147483647.4));
        list.Add("convert.double-nan", () => Convert.ToUInt32(double.NaN));
        list.Add("convert.double-long", () => Convert.ToInt64(1e19));
        list.Add("convert.integers", () => Convert.ToByte(200) + " " + Convert.ToSByte(-128L) + " "
            + Convert.ToUInt16((sbyte)5) + " " + Convert.ToInt32(7u) + " " + Convert.ToInt64(8ul));
        list.Add("convert.integer-large", () => Convert.ToByte(256));
        list.Add("convert.integer-negative", () => Convert.ToUInt64(-1));
        list.Add("convert.integer-unsigned", () => Convert.ToInt32(3_000_000_000u));
        list.Add("convert.char", () => Convert.ToChar(65) + " " + Convert.ToInt32('A') + " "
            + Convert.ToChar("z"));
        list.Add("convert.char-bad", () => Convert.ToChar("zz"));
        list.Add("convert.char-large", () => Convert.ToChar(70000));
        list.Add("convert.bool", () => Convert.ToInt32(true) + " " + Convert.ToBoolean(-3) + " "
            + Convert.ToBoolean(0.0));
        list.Add("convert.tostring", () => Convert.ToString(12) + Convert.ToString(1.5)
            + Convert.ToString(true) + Convert.ToString('c') + Convert.ToString((object?)null));
        AddBases(list);
        AddTexts(list);
    }

    private static void AddBases(CaseList list)
    {
        list.Add("convert.base", () => Convert.ToString(255, 16) + " " + Convert.ToString(-1, 2)
            + " " + Convert.ToString(-8L, 8) + " " + Convert.ToString((byte)5, 2) + " "
            + Convert.ToString((short)-2, 16) + " " + Convert.ToString(-9, 10));
        list.Add("convert.base-bad", () => Convert.ToString(1, 3));
        list.Add("convert.from-base", () => Convert.ToInt32("ff", 16) + " "
            + Convert.ToInt32("0xFFFFFFFF", 16) + " " + Convert.ToInt64("-12", 10) + " "
            + Convert.ToByte("101", 2) + " " + Convert.ToInt16("FFFE", 16) + " "
            + Convert.ToUInt32("777", 8));
        list.Add("convert.from-base-large", () => Convert.ToInt32("1FFFFFFFF", 16));
        list.Add("convert.from-base-narrow", () => Convert.ToInt16("1FFFF", 16));
        list.Add("convert.from-base-empty", () => Convert.ToInt32("", 16));
        list.Add("convert.from-base-unsigned", () => Convert.ToUInt32("-1", 10));
        list.Add("convert.from-base-ten", () => Convert.ToByte("300", 10));
        list.Add("convert.from-base-rest", () => Convert.ToInt32("12x", 10));
        list.Add("convert.from-base-none", () => Convert.ToInt32("g", 16));
        list.Add("convert.from-base-minus", () => Convert.ToInt32("-1", 16));
    }

    private static void AddTexts(CaseList list)
    {
        list.Add("base64.to", () => Convert.ToBase64String([]) + "|" + Convert.ToBase64String([1])
            + "|" + Convert.ToBase64String([1, 2]) + "|" + Convert.ToBase64String([255, 254, 253])
            + "|" + Convert.ToBase64String([0, 1, 2, 3, 4], 1, 3));
        list.Add("base64.lines", () => Convert.ToBase64String(
            new byte[114], Base64FormattingOptions.InsertLineBreaks) + "|"
            + Convert.ToBase64String(new byte[115], Base64FormattingOptions.InsertLineBreaks));
        list.Add("base64.from", () => Convert.ToHexString(Convert.FromBase64String("AQI=")) + "|"
            + Convert.ToHexString(Convert.FromBase64String(" //79 \n")) + "|"
            + Convert.FromBase64String("").Length);
        list.Add("base64.from-bad", () => Convert.FromBase64String("A*=="));
        list.Add("base64.from-short", () => Convert.FromBase64String("AQI"));
        list.Add("base64.from-padding", () => Convert.FromBase64String("A==="));
        list.Add("base64.try", () =>
        {
            byte[] room = new byte[3];
            bool isRead = Convert.TryFromBase64String("AQID", room, out int count);
            bool isLong = Convert.TryFromBase64String("AQIDBA==", room, out int none);
            return isRead + " " + count + " " + room[2] + " " + isLong + " " + none;
        });
        list.Add("hex.to", () => Convert.ToHexString([0, 171, 255]) + " "
            + Convert.ToHexStringLower([0, 171, 255]));
        list.Add("hex.from", () => Convert.ToBase64String(Convert.FromHexString("00aBfF")));
        list.Add("hex.from-odd", () => Convert.FromHexString("abc"));
        list.Add("hex.from-bad", () => Convert.FromHexString("0g"));
    }
}
