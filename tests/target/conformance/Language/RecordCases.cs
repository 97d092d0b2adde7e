// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bulkhead.Conformance.Language;

/// <summary>Anonymous types, records and their copies.</summary>
internal static class RecordCases
{
    private record Animal(string Name)
    {
        public int Legs { get; init; } = 4;

        public virtual string Sound => "...";
    }

    private sealed record Dog(string Name, string? Owner) : Animal(Name)
    {
        public override string Sound => "wuff";
    }

    private record Box<T>(T Value);

    private sealed record Chest<T>(T Value, List<T> More) : Box<T>(Value);

    private record struct Place(int Row, int Column);

    private readonly record struct Named<T>(string Name, T Value);

    private sealed record Counted
    {
        internal static int Copies;

        public int Number { get; init; }

        public Counted()
        {
        }

        private Counted(Counted other)
        {
            Copies++;
            Number = other.Number;
        }
    }

    internal static void Add(CaseList list)
    {
        AddAnonymous(list);
        AddRecords(list);
        AddStructs(list);
    }

    private static void AddAnonymous(CaseList list)
    {
        list.Add("anonymous.text", () => new { A = 1, B = "x", C = (string?)null });
        list.Add("anonymous.equals", () =>
            new { A = 1, B = "x" }.Equals(new { A = 1, B = "x" }));
        list.Add("anonymous.differs", () =>
            new { A = 1, B = "x" }.Equals(new { A = 1, B = "y" }));
        list.Add("anonymous.other-type", () =>
            new { A = 1 }.Equals(new { B = 1 }));
        list.Add("anonymous.hash", () => new { A = 1, B = 2.5 }.GetHashCode()
            == new { A = 1, B = 2.5 }.GetHashCode());
        list.Add("anonymous.nested", () => new { Inner = new { X = 1.5 }, Flag = true });
        list.Add("anonymous.with", () => new { A = 1, B = "x" } with { B = "z" });
        list.Add("anonymous.empty", () => new { }.ToString());
        list.Add("anonymous.key", () =>
        {
            var map = new[] { "a", "bb", "cc" }
                .ToDictionary(word => new { word, word.Length }, word => word.Length);
            return map[new { word = "bb", Length = 2 }];
        });
        list.Add("anonymous.group", () => string.Join(";", new[] { "a", "bb", "cc", "d" }
            .GroupBy(word => new { word.Length })
            .Select(group => new { group.Key.Length, Count = group.Count() })));
        list.Add("anonymous.array", () =>
        {
            var all = new[] { new { N = 1 }, new { N = 2 } };
            return all[1].N + all.Sum(item => item.N);
        });
    }

    private static void AddRecords(CaseList list)
    {
        list.Add("with.derived", () => new Dog("Rex", "Eve") with { Name = "Max" });
        list.Add("with.through-base", () =>
        {
            Animal animal = new Dog("Rex", null) { Legs = 3 };
            Animal copy = animal with { Name = "Max" };
            return copy + " " + copy.Sound + " " + animal.Name;
        });
        list.Add("with.init", () => new Animal("cat") with { Legs = 5 });
        list.Add("with.nothing", () =>
        {
            Animal one = new("cat"), other = one with { };
            return (one == other) + " " + ReferenceEquals(one, other);
        });
        list.Add("with.own-copy", () =>
        {
            Counted.Copies = 0;
            Counted two = new Counted { Number = 1 } with { Number = 2 };
            return two.Number + " " + Counted.Copies;
        });
        list.Add("with.generic", () => new Box<string>("a") with { Value = "b" });
        list.Add("with.generic-derived", () =>
        {
            Box<string> chest = new Chest<string>("a", ["m"]);
            Box<string> copy = chest with { Value = "b" };
            return ReferenceEquals(((Chest<string>)chest).More, ((Chest<string>)copy).More)
                + " " + copy.Value;
        });
        list.Add("with.null", () => ((Animal?)Nothing())! with { Name = "x" });
        list.Add("record.equals-derived", () =>
            new Dog("a", "b").Equals(new Dog("a", "b")) + " "
                + new Animal("a").Equals(new Dog("a", "b")));
        list.Add("record.hash-derived", () =>
            new Dog("a", "b").GetHashCode() == new Dog("a", "b").GetHashCode());
        list.Add("record.key", () => new HashSet<Animal>
        {
            new Dog("a", "b"), new("a"), new Dog("a", "b"),
        }.Count);
        list.Add("record.text-nested", () => new Box<Animal>(new Dog("a", null)));
        list.Add("record.text-of-list", () => new Box<int?>(null));
        list.Add("record.deconstruct-derived", () =>
        {
            (string name, string? owner) = new Dog("a", "b");
            return name + owner;
        });
    }

    private static void AddStructs(CaseList list)
    {
        list.Add("with.struct", () =>
        {
            Place one = new(1, 2), other = one with { Column = 9 };
            return one + " " + other;
        });
        list.Add("with.struct-generic", () => new Named<string>("n", "v") with { Value = "w" });
        list.Add("with.tuple", () => (A: 1, B: "x") with { B = "y" });
        list.Add("record.struct-key", () =>
            new Dictionary<Place, string> { [new(1, 2)] = "p" }[new(1, 2)]);
        list.Add("record.struct-hash", () => new Named<object>("n", "v").GetHashCode()
            == new Named<object>("n", "v").GetHashCode());
        list.Add("record.struct-boxed-equals", () => ((object)new Place(1, 2)).Equals(
            new Place(1, 2)) + " " + ((object)new Place(1, 2)).Equals("x"));
    }

    private static object? Nothing() => null;
}
