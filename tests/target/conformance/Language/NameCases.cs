// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

/// <summary>Names of types and of the members of enumerations.</summary>
internal static class NameCases
{
    private enum Gear : byte
    {
        Neutral = 0,
        First = 1,
        Reverse = 200,
    }

    [Flags]
    private enum Door : ulong
    {
        None = 0,
        Left = 1,
        Right = 2,
        Both = 3,
        Rear = 1ul << 40,
    }

    private enum Depth : long
    {
        Deep = -1,
        Surface = 0,
        High = long.MaxValue,
    }

    private sealed class Plain;

    private sealed class Pair<TFirst, TSecond>;

    private struct Empty;

    internal static void Add(CaseList list)
    {
        list.Add("name.enum", () => Gear.Reverse);
        list.Add("name.enum-zero", () => Gear.Neutral.ToString());
        list.Add("name.enum-interpolated", () => $"{Gear.First} {Gear.Reverse:D} {Gear.Reverse:X}");
        list.Add("name.enum-negative", () => Depth.Deep + " " + Depth.High + " " + (Depth)5);
        list.Add("name.flags", () => Door.Left | Door.Rear);
        list.Add("name.flags-combined", () => (Door.Left | Door.Right).ToString());
        list.Add("name.flags-zero", () => Door.None.ToString());
        list.Add("name.flags-rest", () => (Door.Left | (Door)64).ToString());
        list.Add("name.flags-format", () => ((Gear)1).ToString("F") + ((Door)3).ToString("G"));
        list.Add("name.object", () => new object().ToString());
        list.Add("name.class", () => new Plain().ToString());
        list.Add("name.struct", () => new Empty().ToString());
        list.Add("name.type", () => typeof(int).Name + " " + typeof(string).FullName);
        list.Add("name.nested", () => new Plain().GetType().Name + " " + typeof(Plain).FullName);
        list.Add("name.list", () => new List<int>().GetType().ToString());
        list.Add("name.dictionary", () => new Dictionary<string, long>().ToString());
        list.Add("name.generic", () => new Pair<Plain, Gear>().ToString());
        list.Add("name.generic-short", () => new Pair<int, List<string>>().GetType().Name);
        list.Add("name.array", () => new int[2].ToString() + new string[1].GetType().Name);
        list.Add("name.exception", () => new InvalidOperationException("x").GetType().FullName);
        list.Add("name.cast", () => (string)(object)new List<int>());
    }
}
