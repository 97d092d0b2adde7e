// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Tests.Diagnosis;

/// <summary>A partition of tier 0 that allocates is refused with the chain of calls.</summary>
public class AllocationDiagnosisTests : IClassFixture<AllocationDiagnosisTests.Greedy>
{
    private readonly IReadOnlyList<string> _message;

    public AllocationDiagnosisTests(Greedy greedy) => _message = greedy.Message;

    [Theory]
    [InlineData("Step → Greedy.Program.Make (Program.cs:43) → RhpNewFast")]
    [InlineData("Box (Program.cs:47) → RhpNewFast")]
    [InlineData("Concatenate (Program.cs:50) → System.String.Concat → ")]
    [InlineData("Interpolate (Program.cs:53) → System.Runtime.CompilerServices.DefaultInter")]
    [InlineData("Vector (Program.cs:56) → RhpNewArrayFast")]
    [InlineData("Capture (Program.cs:62) → RhpNewFast")]
    [InlineData("Walk (Program.cs:68) → RhpNewFast")]
    [InlineData("Fail (Program.cs:81) → RhpNewFast")]
    public void ChainIsNamedFromTheEntryToTheAllocator(string chain) => Assert.Contains(
        _message,
        line => line.StartsWith("  Greedy.Program.Main → Greedy.Program." + chain)
            && line.EndsWith(": an allocation, and tier 0 has no heap."));

    [Theory]
    [InlineData("Program.cs(50): Greedy.Program.Concatenate uses System.String.Concat: a text")]
    [InlineData("Program.cs(61): Greedy.Program.Capture uses System.Func: a delegate is an object")]
    [InlineData("Program.cs(68): Greedy.Program.Walk uses System.Collections.Generic.IEnumerable")]
    [InlineData("Program.cs(81): Greedy.Program.Fail uses System.InvalidOperationException: tier")]
    public void WhatTheLibraryLacksIsNamedWithItsLine(string words) =>
        Assert.Contains(_message, line => line.StartsWith("  " + words));

    [Fact]
    public void ItSaysWhatToDo() => Assert.Contains(
        "  Use a span over a static buffer (an InlineArray in a static field), or say "
            + "<BulkheadTier>1</BulkheadTier> in the project.", _message);

    // A failed check throws in tier 1; in tier 0 it ends in the panic.
    [Fact]
    public void SpansAndTheirChecksAreNoOffence() =>
        Assert.DoesNotContain(_message, line => line.Contains("Clean"));

    // The linker would name RhpNewFast and no line; nothing else is missing here.
    [Fact]
    public void ObjectThatOnlyTheLinkerMissesIsExplainedToo()
    {
        IReadOnlyList<string> message = RefusedProgram.Build("gate-tests-object", 0, """
            using System.Runtime;

            static class Program
            {
                static object? s_kept;

                [RuntimeExport("bulkhead_main")]
                static void Main(ulong argument) => s_kept = new object();
            }
            """);
        Assert.Equal(3, message.Count);
        Assert.EndsWith("gate-tests-object.csproj does not fit tier 0:", message[0]);
        Assert.StartsWith("  Program.Main (Program.cs:8) → RhpNewFast: ", message[1]);
    }

    /// <summary>One program with an allocation of each kind, built once.</summary>
    public sealed class Greedy
    {
        private const string Source = """
            using System;
            using System.Collections.Generic;
            using System.Runtime;
            using System.Runtime.CompilerServices;
            using Bulkhead.Native;

            namespace Greedy;

            class Thing { public ulong Value; }

            interface INamed { ulong Name { get; } }

            struct Named(ulong name) : INamed { public ulong Name => name; }

            static class Program
            {
                static Thing? s_thing;
                static object? s_box;
                static string? s_text;
                static int[]? s_numbers;
                static Func<ulong>? s_call;

                [RuntimeExport("bulkhead_main")]
                public static void Main(ulong argument)
                {
                    Step(argument);
                    Box(argument);
                    Concatenate();
                    Interpolate(argument);
                    Vector(argument);
                    Capture(argument);
                    Walk();
                    Fail(argument);
                    Log.WriteDecimal(Clean([1, 2, 3]));
                }

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Step(ulong value) => Make(value);

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Make(ulong value)
                {
                    s_thing = new Thing { Value = value };
                }

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Box(ulong value) => s_box = value;

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Concatenate() => s_text = s_text + "b";

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Interpolate(ulong value) => s_text = $"v {value}";

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Vector(ulong count) => s_numbers = new int[count];

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Capture(ulong value)
                {
                    s_call = () => value + 1;
                    Log.WriteDecimal(s_call());
                }

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Walk()
                {
                    foreach (int value in Numbers())
                        Log.WriteDecimal((ulong)value);
                }

                static IEnumerable<int> Numbers()
                {
                    yield return 1;
                    yield return 2;
                }

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Fail(ulong value)
                {
                    if (value == 3) throw new InvalidOperationException("three");
                }

                [MethodImpl(MethodImplOptions.NoInlining)]
                static ulong Clean(ReadOnlySpan<ulong> values)
                {
                    ulong sum = 0;
                    foreach (ulong value in values.Slice(1))
                        sum += value;
                    return sum + values[0];
                }
            }
            """;

        public Greedy() => Message = RefusedProgram.Build("gate-tests-greedy", 0, Source);

        public IReadOnlyList<string> Message { get; }
    }
}
