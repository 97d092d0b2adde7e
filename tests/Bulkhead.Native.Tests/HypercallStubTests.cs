// SPDX-License-Identifier: MIT
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bulkhead.Abi;

namespace Bulkhead.Native.Tests;

public sealed class HypercallStubTests
{
    [Fact]
    public void EveryHypercall_HasOneStubWithItsNumber()
    {
        SortedDictionary<string, int> expected = [];
        foreach (Hypercall call in Enum.GetValues<Hypercall>())
        {
            // Reply is part of the start code: nothing comes back from it.
            if (call is Hypercall.None or Hypercall.Reply) continue;
            expected[SnakeCase(call.ToString())] = (int)call;
        }
        Assert.Equal(expected, Stubs());
    }

    [Fact]
    public void StartCode_UsesTheNumbersOfTheAbi()
    {
        string start = Source("start.S");
        Assert.Contains($"svc     #{(int)Hypercall.Reply} ", start);
        Assert.Contains($"svc     #{(int)Hypercall.CreateSemaphore} ", start);
        Assert.Contains($"svc     #{(int)Hypercall.SemaphoreDown} ", start);
        Assert.Contains($".equ UTCB_MAIN, 0x{NativeLayout.Utcb:x}", start);
    }

    [Fact]
    public void ThreadsFindTheirPages_ByTheNumbersOfTheAbi()
    {
        string machine = Source("machine.S");
        Assert.Contains($".equ UTCB, 0x{NativeLayout.Utcb:x} ", machine);
        Assert.Contains($".equ SERVER_STACKS, 0x{NativeLayout.ServerStacks:x} ", machine);
        Assert.Contains(
            $".equ STACK_SHIFT, {BitOperations.Log2(NativeLayout.ServerStackStride)} ", machine);
        Assert.Contains($".equ CPUS_MAX, {Limits.CpusMax} ", machine);
        Assert.Equal(2 + Limits.CpusMax, NativeLayout.ThreadsMax);
        // Pages and stacks share one table and leave the program its place.
        Assert.True(NativeLayout.Utcb + (NativeLayout.ThreadsMax * Limits.PageBytes)
            <= NativeLayout.ServerStacks);
        Assert.True(NativeLayout.ServerStacks + (Limits.CpusMax * NativeLayout.ServerStackStride)
            <= NativeLayout.Program);
    }

    private static SortedDictionary<string, int> Stubs()
    {
        string source = Source("hypercall.S");
        SortedDictionary<string, int> stubs = [];
        foreach (Match match in Regex.Matches(source, @"plain\s+(\w+), (\d+)"))
        {
            stubs.Add(match.Groups[1].Value, int.Parse(match.Groups[2].Value));
        }
        foreach (Match match in Regex.Matches(
            source, @"^(?:bulkhead_|\s+stub\s+)(call|call_until|console_write):?$.*?svc\s+#(\d+)",
            RegexOptions.Singleline | RegexOptions.Multiline))
        {
            stubs.Add(match.Groups[1].Value, int.Parse(match.Groups[2].Value));
        }
        return stubs;
    }

    private static string SnakeCase(string name) =>
        Regex.Replace(name, "(?<!^)([A-Z])", "_$1").ToLowerInvariant();

    private static string Source(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../src/sdk", name));
}
