// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Library;

/// <summary>Names and values of enumerations.</summary>
internal static class EnumCases
{
    private enum Level : sbyte
    {
        Low = -5,
        None = 0,
        High = 100,
    }

    [Flags]
    private enum Colours
    {
        None = 0,
        Red = 1,
        Green = 2,
        Blue = 4,
        White = 7,
    }

    private enum Huge : ulong
    {
        Zero,
        Top = ulong.MaxValue,
    }

    internal static void Add(CaseList list)
    {
        list.Add("enum.names", () => string.Join(' ', Enum.GetNames<Level>()) + " "
            + string.Join(' ', Enum.GetNames<Colours>()) + " "
            + string.Join(' ', Enum.GetNames<Huge>()));
        list.Add("enum.values", () =>
        {
            string text = "";
            foreach (Level level in Enum.GetValues<Level>())
                text += level + "=" + (int)level + " ";
            foreach (Huge huge in Enum.GetValues<Huge>())
                text += (ulong)huge + " ";
            return text;
        });
        list.Add("enum.name", () => Enum.GetName(Level.Low) + " "
            + (Enum.GetName((Level)3) ?? "none") + " " + (Enum.GetName((Colours)3) ?? "none"));
        list.Add("enum.defined", () => Enum.IsDefined(Level.High) + " "
            + Enum.IsDefined((Level)1) + " " + Enum.IsDefined(Huge.Top));
        list.Add("enum.parse", () => Enum.Parse<Level>("High") + " "
            + Enum.Parse<Level>("  None ") + " " + Enum.Parse<Colours>("Red, Blue") + " "
            + Enum.Parse<Colours>("WHITE", true) + " " + (int)Enum.Parse<Level>("-7") + " "
            + Enum.Parse<Huge>("18446744073709551615"));
        list.Add("enum.parse-case", () => Enum.Parse<Level>("high"));
        list.Add("enum.parse-unknown", () => Enum.Parse<Level>("Medium "));
        list.Add("enum.parse-empty", () => Enum.Parse<Level>(" "));
        list.Add("enum.parse-null", () => Enum.Parse<Level>(null!));
        list.Add("enum.parse-large", () => Enum.Parse<Level>("128"));
        list.Add("enum.try", () => Enum.TryParse("low", true, out Level low) + " " + low + " "
            + Enum.TryParse("low", out Level none) + " " + none + " "
            + Enum.TryParse("Red,", out Colours _) + " " + Enum.TryParse("1000", out Level _)
            + " " + Enum.TryParse<Level>((string?)null, out _));
        list.Add("enum.try-span", () =>
            Enum.TryParse("x Green".AsSpan(2), out Colours colour) + " " + colour);
    }
}
