// SPDX-License-Identifier: MIT
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bulkhead.ScopeAnalyzer.Tests;

/// <summary>Methods with a scope, each right or wrong in one way.</summary>
public sealed class OutlivingVariableTests
{
    private const string Surroundings = """
        using System;
        using System.Collections.Generic;
        namespace Bulkhead.Native
        {
            public readonly ref struct Scope
            {
                public static Scope Enter(int bytes = 0) => default;
                public T Keep<T>(T value) where T : class => value;
                public void Dispose() { }
            }
        }
        namespace Sample
        {
            using Bulkhead.Native;
            public sealed class Node { public Node Next; public int Value; }
            public struct Pair { public Node Node; public int Number; }
            public static class Program
            {
                static readonly Node s_old = new();
                static readonly Dictionary<string, Node> s_map = new();
                static Node Make() => new();
                static void Give(out Node node) => node = new();
                static void Change(ref Node node) { }
                static void Count(ref int number) => number++;
                static void Use(object value) { }
                METHOD
            }
        }
        """;

    private static readonly string[] s_assemblies =
        ["System.Private.CoreLib.dll", "System.Runtime.dll", "System.Collections.dll"];

    [Theory]
    [InlineData("static void M() { Node n; using (Scope s = Scope.Enter()) { n = new Node(); } }")]
    [InlineData("static void M() { Node n; { using Scope s = Scope.Enter(); n = Make(); } }")]
    [InlineData("static void M(Node n) { using Scope s = Scope.Enter(); n = Make(); Use(n); }")]
    [InlineData("static void M(ref Node n) { using Scope s = Scope.Enter(); n = Make(); }")]
    [InlineData("static void M(out Node n) { using Scope s = Scope.Enter(); n = Make(); }")]
    [InlineData("static Node M() { using Scope s = Scope.Enter(); return Make(); }")]
    [InlineData("static string M(int i) { using Scope s = Scope.Enter(); return $\"{i}\"; }")]
    [InlineData("static object M(int i) { using Scope s = Scope.Enter(); return i; }")]
    [InlineData("static Node M() { using Scope s = Scope.Enter(); Node n = Make(); return n; }")]
    [InlineData("static void M() { Node n; using (Scope s = Scope.Enter()) { Give(out n); } }")]
    [InlineData(
        "static void M() { Node n = null; using (Scope s = Scope.Enter()) Change(ref "
        + "n); }")]
    [InlineData("static void M() { string t = \"\"; using (Scope s = Scope.Enter()) t += \"a\"; }")]
    [InlineData("static void M() { Node n = null; using (Scope s = Scope.Enter()) n ??= Make(); }")]
    [InlineData("static void M() { Pair p; using (Scope s = Scope.Enter()) p.Node = Make(); }")]
    [InlineData(
        "static void M() { Pair p; using (Scope s = Scope.Enter()) p = new() { Node = "
        + "Make() }; }")]
    [InlineData(
        "static void M() { Node n; int i; using (Scope s = Scope.Enter()) (n, i) = "
        + "(Make(), 1); }")]
    [InlineData("static void M() { Span<int> t; using (Scope s = Scope.Enter()) t = new int[2]; }")]
    [InlineData("static T M<T>(Func<T> f) { using Scope s = Scope.Enter(); return f(); }")]
    [InlineData(
        "static Node M(bool b) { using Scope s = Scope.Enter(); return b ? s_old : "
        + "Make(); }")]
    [InlineData(
        "static void M() { Node n = null; while (n == null) { using Scope s = "
        + "Scope.Enter(); n = Make(); } }")]
    [InlineData(
        "static void M() { using Scope a = Scope.Enter(); Node n; using (Scope b = "
        + "Scope.Enter()) n = Make(); }")]
    public async Task WhatOutlivesItsScopeIsFound(string method) =>
        Assert.Contains(await FindAsync(method), found => found.Id == OutlivingVariable.Id);

    [Theory]
    [InlineData("static void M() { Node n = Make(); Use(n); }")]
    [InlineData(
        "static void M() { using Scope s = Scope.Enter(); Node n = Make(); n = Make(); "
        + "Use(n); }")]
    [InlineData(
        "static void M() { int i; using (Scope s = Scope.Enter()) { i = Make().Value; "
        + "} Use(i); }")]
    [InlineData("static int M() { using Scope s = Scope.Enter(); return Make().Value; }")]
    [InlineData(
        "static void M() { using Scope s = Scope.Enter(); if (s_map.TryGetValue(\"\", "
        + "out Node n)) Use(n); }")]
    [InlineData("static void M() { int i = 0; using (Scope s = Scope.Enter()) Count(ref i); }")]
    [InlineData("static Node M() { using Scope s = Scope.Enter(); return null; }")]
    [InlineData(
        "static string M() { using Scope s = Scope.Enter(); return \"the same for "
        + "ever\"; }")]
    [InlineData("static Node M() { using Scope s = Scope.Enter(); return s_old; }")]
    [InlineData("static Node M() { using Scope s = Scope.Enter(); return s_old.Next; }")]
    [InlineData("static Node M(Node n) { using Scope s = Scope.Enter(); return n.Next; }")]
    [InlineData("static Node M(Node[] a) { using Scope s = Scope.Enter(); return a[0]; }")]
    [InlineData("static Node M() { using Scope s = Scope.Enter(); return s.Keep(s_map[\"\"]); }")]
    [InlineData(
        "static void M() { Node n = null; using (Scope s = Scope.Enter()) n = "
        + "s.Keep(Make()); Use(n); }")]
    [InlineData(
        "static Func<Node> M() { Func<Node> f = Make; using Scope s = Scope.Enter(); "
        + "return f; }")]
    [InlineData(
        "static void M() { using Scope s = Scope.Enter(); foreach (Node n in "
        + "s_map.Values) Use(n); }")]
    [InlineData("static void M() { using Scope s = Scope.Enter(); Node n; n = Make(); Use(n); }")]
    [InlineData(
        "static int M() { using Scope s = Scope.Enter(); int i; Func<int> f = () => { "
        + "Node n = Make(); return n.Value; }; i = f(); return i; }")]
    [InlineData(
        "static void M() { using (System.IO.MemoryStream m = new()) { Node n; n = "
        + "Make(); Use(n); } }")]
    public async Task WhatEndsWithItsScopeIsNot(string method) =>
        Assert.Empty(await FindAsync(method));

    [Fact]
    public async Task TheMessageSaysWhatToDo()
    {
        ImmutableArray<Diagnostic> found =
            await FindAsync("static void M(Node n) { using Scope s = Scope.Enter(); n = Make(); }");
        string message = Assert.Single(found).GetMessage(
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.StartsWith("'n' is there after the scope", message, StringComparison.Ordinal);
        Assert.Contains("scope.Keep(value)", message, StringComparison.Ordinal);
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string method)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            Surroundings.Replace("METHOD", method, StringComparison.Ordinal));
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "sample", [tree],
            [.. s_assemblies
                .Select(file => MetadataReference.CreateFromFile(Path.Combine(folder, file)))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(
            compilation.GetDiagnostics(), found => found.Severity == DiagnosticSeverity.Error);
        return await compilation.WithAnalyzers([new OutlivingVariable()])
            .GetAnalyzerDiagnosticsAsync();
    }
}
