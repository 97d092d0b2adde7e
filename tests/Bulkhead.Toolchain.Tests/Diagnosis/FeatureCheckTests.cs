// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests.Diagnosis;

/// <summary>What partitions cannot have is refused with place, cause and cure, which are those of
/// their tier.</summary>
public class FeatureCheckTests : IClassFixture<FeatureCheckTests.Wishes>
{
    private readonly Wishes _wishes;

    public FeatureCheckTests(Wishes wishes) => _wishes = wishes;

    [Theory]
    [InlineData("12", 50, "Program.Methods", "System.Type.GetMethods",
        "the program holds no description", "Name them in code")]
    [InlineData("12", 51, "Program.Create", "System.Activator.CreateInstance",
        "the program holds", "where T : new()")]
    [InlineData("12", 54, "Program.Wait", "System.Threading.Tasks.Task.Yield",
        "there is no scheduler", "iterator with yield return")]
    [InlineData("012", 57, "Program.Add", "Microsoft.CSharp.RuntimeBinder.CSharpArgumentInfo",
        "members", "Use an interface")]
    [InlineData("012", 60, "Program.Tree", "System.Linq.Expressions.Expression.Parameter",
        "", "")]
    [InlineData("012", 65, "Program.Identify", "Wishes.Program.getpid",
        "there is no operating system", "assembly files (*.S)")]
    [InlineData("12", 68, "Program.Exclude", "System.Threading.Mutex",
        "a partition's threads", "PeriodicTask")]
    [InlineData("12", 72, "Program.Pool", "System.Threading.WaitCallback",
        "a partition's threads", "PeriodicTask")]
    [InlineData("012", 75, "Program.Say", "System.Console.WriteLine",
        "a partition has no terminal", "Log")]
    [InlineData("012", 78, "Program.Read", "System.IO.File.ReadAllText",
        "there are no files", "portals")]
    [InlineData("12", 79, "Program.Today", "System.DateTime.get_Now",
        "the board keeps no calendar", "Stopwatch")]
    [InlineData("012", 85, "Program.Borrow", "System.Runtime.InteropServices.Marshal.AllocHGlobal",
        "there is no unmanaged", "MemoryWindow")]
    [InlineData("12", 86, "Program.Share", "System.Collections.Concurrent.ConcurrentDictionary",
        "this library", "lock")]
    [InlineData("12", 89, "Program.Match", "System.Text.RegularExpressions.Regex.IsMatch",
        "this library", "TryParse")]
    public void PlaceCauseAndCureAreTold(
        string tiers, int line, string method, string what, string cause, string cure) =>
        RequireTold(tiers, line, method, what, cause, cure);

    [Theory]
    [InlineData("01", 17, "Released.Finalize", "System.Object.Finalize",
        "no collector", "Implement IDisposable")]
    [InlineData("2", 17, "Released.Finalize", "System.Object.Finalize",
        "the collector takes the memory of dead objects back", "Implement IDisposable")]
    [InlineData("0", 50, "Program.Methods", "System.Type.GetTypeFromHandle",
        "the program holds no description", "Name them in code")]
    [InlineData("0", 51, "Program.Create", "System.Activator.CreateInstance",
        "the program holds", "where T : struct")]
    [InlineData("0", 54, "Program.Wait", "System.Threading.Tasks.Task.Yield",
        "there is no scheduler", "NativeThread.Start")]
    [InlineData("0", 68, "Program.Exclude", "System.Threading.Mutex",
        "a lock of the framework is an object", "ThreadLock")]
    [InlineData("0", 72, "Program.Pool", "System.Threading.WaitCallback",
        "a partition's threads", "NativeThread.Start")]
    [InlineData("0", 79, "Program.Today", "System.DateTime.get_Now",
        "the board keeps no calendar", "Use Clock and Instant")]
    [InlineData("0", 82, "Program.Refer", "System.WeakReference",
        "tier 0 has no objects", "static fields")]
    [InlineData("1", 82, "Program.Refer", "System.WeakReference",
        "objects are there until their memory is given back", "Scope")]
    [InlineData("2", 82, "Program.Refer", "System.WeakReference",
        "the collector has no handles, weak references", "Set a reference to null")]
    [InlineData("012", 90, "Program.Half", "System.Decimal",
        "there is no decimal", "smallest unit")]
    [InlineData("0", 86, "Program.Share", "System.Collections.Concurrent.ConcurrentDictionary",
        "collections and their iterators are objects", "span")]
    [InlineData("0", 89, "Program.Match", "System.Text.RegularExpressions.Regex.IsMatch",
        "a parser of the framework makes objects", "IndexOf")]
    public void EachTierHasItsOwnCauseAndCure(
        string tiers, int line, string method, string what, string cause, string cure) =>
        RequireTold(tiers, line, method, what, cause, cure);

    // The query library, formats and collections are there.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void WhatTheTierHasIsNoOffence(int tier) => Assert.DoesNotContain(
        _wishes.Message(tier), line => line.Contains("Wishes.Program.Names"));

    // Not to say the tier that it has, the memory that it does not have, or another tier's library.
    [Theory]
    [InlineData(0, "yield return")]
    [InlineData(0, "delegate (Func")]
    [InlineData(0, "dictionary")]
    [InlineData(0, "SemaphoreSlim")]
    [InlineData(2, "<BulkheadTier>2")]
    [InlineData(2, "library of tier 1")]
    [InlineData(2, "no collector")]
    public void AdviceDoesNotLeadToWhatTheTierLacks(int tier, string words) =>
        Assert.DoesNotContain(_wishes.Message(tier), line => line.Contains(words));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void VirtualGenericMethodOfAnInterfaceIsNamedWithItsCall(int tier)
    {
        IReadOnlyList<string> message = RefusedProgram.Build("gate-tests-visitors", tier, """
            using System.Runtime;
            using Bulkhead.Native;

            namespace Visitors;

            interface IVisitor
            {
                T Visit<T>(T seed);
            }

            sealed class Plain : IVisitor
            {
                public T Visit<T>(T seed) => seed;
            }

            sealed class Loud : IVisitor
            {
                public T Visit<T>(T seed)
                {
                    Log.Write("loud"u8);
                    return seed;
                }
            }

            static class Program
            {
                static IVisitor s_visitor = new Plain();

                [RuntimeExport("bulkhead_main")]
                static void Main(ulong argument)
                {
                    if (argument == 1) s_visitor = new Loud();
                    Log.WriteDecimal((ulong)s_visitor.Visit("text").Length);
                }
            }
            """);
        Assert.Equal(2, message.Count);
        Assert.StartsWith("  Program.cs(33): Visitors.Program.Main uses Visitors.IVisitor.Visit: "
            + "which code a virtual call of a generic method runs", message[1]);
    }

    [Fact]
    public void VirtualGenericMethodIsNamedWithItsCall()
    {
        IReadOnlyList<string> message = RefusedProgram.Build("gate-tests-shapes", 1, """
            using System.Runtime;
            using Bulkhead.Native;

            namespace Shapes;

            abstract class Shape
            {
                public abstract T Visit<T>(T seed);
            }

            sealed class Circle : Shape
            {
                public override T Visit<T>(T seed) => seed;
            }

            sealed class Square : Shape
            {
                public override T Visit<T>(T seed)
                {
                    Log.Write("square"u8);
                    return seed;
                }
            }

            static class Program
            {
                static Shape s_shape = new Circle();

                [RuntimeExport("bulkhead_main")]
                static void Main(ulong argument)
                {
                    if (argument == 1) s_shape = new Square();
                    Log.WriteDecimal((ulong)s_shape.Visit("text").Length);
                }
            }
            """);
        Assert.Equal(2, message.Count);
        Assert.Equal("  Program.cs(33): Shapes.Program.Main uses Shapes.Shape.Visit: which code a "
            + "virtual call of a generic method runs would be decided by a type loader. Make the "
            + "type generic in place of the method, seal the type, or call through a type "
            + "parameter (where T : IThat).", message[1]);
    }

    // What its library asks for is in src/managed: the linker would name symbols of that.
    [Fact]
    public void PartitionWithoutItsRuntimeIsToldToReferToIt()
    {
        IReadOnlyList<string> message = RefusedProgram.Build("gate-tests-bare", 1, """
            using System.Runtime;

            static class Program
            {
                static object? s_kept;

                [RuntimeExport("bulkhead_main")]
                static void Main(ulong argument) => s_kept = new object();
            }
            """, "src/sdk/Bulkhead.Native.csproj");
        Assert.StartsWith("  It has a heap, and does not refer to its runtime.", message[1]);
        Assert.Contains("undefined reference to `bulkhead_", message[2]);
    }

    // The partition's own code asks for nothing that is missing; the framework's does.
    [Fact]
    public void ClassOfTheFrameworkThatCannotBeCompiledIsNamed()
    {
        IReadOnlyList<string> message = RefusedProgram.Build("gate-tests-ordered", 1, """
            using System.Collections.Generic;
            using System.Runtime;

            static class Program
            {
                static object? s_kept;

                [RuntimeExport("bulkhead_main")]
                static void Main(ulong argument) =>
                    s_kept = new OrderedDictionary<string, int> { ["x"] = 1 };
            }
            """);
        Assert.Contains("System.Collections.Generic.OrderedDictionary`2", message[1]);
        Assert.Contains("It belongs to the framework", message[1]);
        Assert.DoesNotContain("Version=", message[1]);
    }

    private void RequireTold(
        string tiers, int line, string method, string what, string cause, string cure)
    {
        string place = $"  Program.cs({line}): Wishes.{method} uses {what}: ";
        foreach (char tier in tiers)
        {
            string told = Assert.Single(
                _wishes.Message(tier - '0'), told => told.StartsWith(place));
            Assert.StartsWith(cause, told[place.Length..]);
            Assert.Contains(cure, told);
        }
    }

    /// <summary>One program with a wish of each kind, built once in each tier.</summary>
    public sealed class Wishes
    {
        private readonly Dictionary<int, IReadOnlyList<string>> _messages = [];

        private const string Source = """
            using System;
            using System.Collections.Concurrent;
            using System.Collections.Generic;
            using System.Linq;
            using System.Linq.Expressions;
            using System.Reflection;
            using System.Runtime;
            using System.Runtime.InteropServices;
            using System.Threading;
            using System.Threading.Tasks;
            using Bulkhead.Native;

            namespace Wishes;

            class Released
            {
                ~Released() => Log.Write("gone"u8);
            }

            static class Program
            {
                static object? s_kept;

                [RuntimeExport("bulkhead_main")]
                static void Main(ulong argument)
                {
                    s_kept = argument switch
                    {
                        0 => Methods(),
                        1 => Create(typeof(Released)),
                        2 => Wait(3),
                        3 => new Released(),
                        4 => Add(argument),
                        5 => Tree(),
                        6 => Identify(),
                        7 => Exclude(),
                        8 => Pool(),
                        9 => Say(),
                        10 => Read(),
                        11 => Today(),
                        12 => Refer(),
                        13 => Borrow(),
                        14 => Share(),
                        15 => Sort([2, 1]),
                        16 => Match("x") ?? Half(3),
                        _ => Names(),
                    };
                }

                static object Methods() => typeof(Program).GetMethods().Length;
                static object? Create(Type type) => Activator.CreateInstance(type);
                static async Task<int> Wait(int value)
                {
                    await Task.Yield();
                    return value;
                }
                static object Add(dynamic value) => value + 1;
                static object Tree()
                {
                    Expression<Func<int, int>> tree = value => value + 1;
                    return tree;
                }
                [DllImport("libc")]
                static extern int getpid();
                static object Identify() => getpid();
                static object Exclude()
                {
                    var mutex = new Mutex();
                    mutex.WaitOne();
                    return mutex;
                }
                static object Pool() => ThreadPool.QueueUserWorkItem(_ => Log.Write("x"u8));
                static object? Say()
                {
                    Console.WriteLine("x");
                    return null;
                }
                static object Read() => System.IO.File.ReadAllText("x");
                static object Today() => DateTime.Now;
                static object? Refer()
                {
                    _ = new WeakReference(null);
                    return null;
                }
                static object Borrow() => Marshal.AllocHGlobal(4);
                static object Share() => new ConcurrentDictionary<int, int>();
                static object Sort(int[] values) => values.Index().ToList();
                static object Match(string text) =>
                    System.Text.RegularExpressions.Regex.IsMatch(text, "y");
                static object Half(decimal value) => value / 2;
                static object Names() =>
                    new List<string> { "a" }.Select(name => $"{name} {name.Length:N2}").ToList();
            }
            """;

        public IReadOnlyList<string> Message(int tier)
        {
            if (!_messages.TryGetValue(tier, out IReadOnlyList<string>? message))
            {
                message = RefusedProgram.Build($"gate-tests-wishes{tier}", tier, Source);
                _messages.Add(tier, message);
            }
            return message;
        }
    }
}
