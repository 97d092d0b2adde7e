// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Tests;

/// <summary>Real C# that breaks the rules of tier 0 is caught by the gates.</summary>
public class ForbiddenFeatureTests : IClassFixture<ForbiddenFeatureTests.Sinner>
{
    private readonly GateReport _report;

    public ForbiddenFeatureTests(Sinner sinner) => _report = sinner.Report;

    [Theory]
    [InlineData("static-constructors", "Sinner___cctor")]
    [InlineData("runtime-helpers", "RhpNewFast")]
    [InlineData("runtime-helpers", "Sinner__Throw throws")]
    [InlineData("undefined-symbols", "RhpNewFast")]
    [InlineData("vector-registers", "Sinner__Copy")]
    [InlineData("stack", "Sinner__Recurse")]
    [InlineData("stack", "Sinner__Call+")]
    [InlineData("exception-returns", "_start")]
    public void GateFindsIt(string gate, string what) =>
        Assert.Contains(_report[gate].Offences, offence => offence.Contains(what));

    [Fact]
    public void ReportFails() => Assert.False(_report.Passed);

    [Fact]
    public void SpansCopyAndClearWithoutVectorRegisters() =>
        Assert.DoesNotContain(
            _report["vector-registers"].Offences,
            offence => offence.Contains("Innocent") || offence.Contains("CoreLib"));

    /// <summary>One program with one sin of each kind, built once.</summary>
    public sealed class Sinner
    {
        private const string Source = """
            using System;
            using System.Runtime;
            using System.Runtime.CompilerServices;

            namespace System.Runtime
            {
                class RuntimeExportAttribute(string name) : Attribute
                {
                    string Name => name;
                }
            }

            class Thing
            {
                public ulong Value;
            }

            struct Row
            {
                public ulong A, B, C, D, E, F, G, H;
            }

            static unsafe class Sinner
            {
                // Beyond what the compiler can evaluate.
                static readonly ulong _late = *(ulong*)0x1000;
                static Thing _thing = null!;
                static Row _from, _to;

                [RuntimeExport("sin")]
                static ulong Sin(ulong seed)
                {
                    _thing = new Thing { Value = seed };
                    Copy(ref _from, ref _to);
                    Innocent(ref _from, ref _to);
                    if (seed == 4)
                        Throw();
                    return _late + Recurse(seed) + Call(seed == 1 ? &One : &Two);
                }

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Throw() => throw null!;

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Copy(ref Row from, ref Row to) => to = from;

                [MethodImpl(MethodImplOptions.NoInlining)]
                static void Innocent(ref Row from, ref Row to)
                {
                    new ReadOnlySpan<Row>(in from).CopyTo(new Span<Row>(ref to));
                    new Span<Row>(ref from).Clear();
                }

                static ulong Recurse(ulong depth) => depth == 0 ? 0 : Recurse(depth / 2) * 3 + 1;

                [MethodImpl(MethodImplOptions.NoInlining)]
                static ulong Call(delegate*<ulong> function) => function() + 1;

                static ulong One() => 1;

                static ulong Two() => 2;
            }
            """;

        private const string Start = """
                .global _start, RhpThrowEx, RhpNewFast, RhpAssignRefArm64
            _start: bl sin
                eret
            RhpThrowEx: b .
            RhpNewFast: b .
            RhpAssignRefArm64: ret
                .global RhpGcPoll, RhpTrapThreads
            RhpGcPoll: ret
            RhpTrapThreads: .word 0
            """;

        private const string Project = """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
              </PropertyGroup>
            </Project>
            """;

        private const string Script =
            "SECTIONS { . = 0x40000000; .text : { *(.text*) *(__managedcode) } }";

        public Sinner()
        {
            using var folder = new TemporaryFolder();
            folder.Write("Sinner.cs", Source);
            var program = new NativeProgram(
                "sinner",
                folder.Write("Sinner.csproj", Project),
                [folder.Write("start.S", Start + "\n")],
                folder.Write("sinner.ld", Script + "\n"),
                folder.File("out"));
            var context =
                new ToolchainContext(Repository.Context.RepositoryRoot, folder.File("artifacts"));
            NativeBuildOutput output = program.Build(context);
            var subject = new GateSubject(
                ElfFile.Read(output.ElfPath),
                ElfFile.Read(output.CompiledObjectPath),
                output.Assemblies);
            GatePolicy policy =
                GatePolicy.Read(Repository.Context.InRepository("eng/gates.json"), "kernel");
            Report = new GateReport(
                "sinner", [.. KernelGates.All(policy).Select(gate => gate.Check(subject))]);
        }

        public GateReport Report { get; }
    }
}
