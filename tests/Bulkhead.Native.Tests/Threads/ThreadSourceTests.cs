// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bulkhead.Abi;
using Bulkhead.Threads;

namespace Bulkhead.Native.Tests.Threads;

/// <summary>The hand-written code of threads has the numbers of the C#.</summary>
public sealed class ThreadSourceTests
{
    private static readonly PartitionInfo s_info = new();
    private static readonly ThreadInfo s_thread = new();
    private static readonly ThreadRow s_row = new();

    public static TheoryData<string, string, long> Numbers => new()
    {
        { "Threads/threads.S", "INFO", (long)NativeLayout.PartitionInfo },
        { "Threads/threads.S", "INFO_CPU", Offset(in s_info, in s_info.Cpu) },
        { "Threads/threads.S", "INFO_THREAD_COUNT", Offset(in s_info, in s_info.ThreadCount) },
        { "Threads/threads.S", "INFO_THREADS", Offset(in s_info, in s_info.Threads) },
        { "Threads/threads.S", "INFO_THREAD_BYTES", Unsafe.SizeOf<ThreadInfo>() },
        { "Threads/threads.S", "INFO_THREAD_CPU", Offset(in s_thread, in s_thread.Cpu) },
        { "Threads/threads.S", "BODY_PORTAL", Selectors.BodyPortal },
        { "Threads/threads.S", "THREAD_SEMAPHORE", Selectors.ThreadSemaphore },
        { "Threads/threads.S", "LINE_BYTES", Unsafe.SizeOf<ConsoleWriter>() },
        { "Threads/threads.S", "LINE_LENGTH", TextBuffer.BytesMax },
        { "Threads/threads.S", "ROW_ANNOUNCED", Offset(in s_row, in s_row.Announced) },
        { "Threads/threads.S", "ROW_PHASE", Offset(in s_row, in s_row.Phase) },
        { "Threads/threads.S", "ROW_STATE", Offset(in s_row, in s_row.State) },
        { "Threads/threads.S", "ROW_STACK", Offset(in s_row, in s_row.Stack) },
        { "Threads/threads.S", "ROW_METHOD", Offset(in s_row, in s_row.Method) },
        { "Threads/threads.S", "ROW_ARGUMENT", Offset(in s_row, in s_row.Argument) },
        { "Threads/threads.S", "ROWS", ThreadRow.Count },
        { "Threads/threads.S", "RUNNING", (long)BodyState.Running },
        { "Threads/threads.S", "PARKED", (long)BodyState.Parked },
        { "Threads/threads.S", "WAITING", (long)BodyState.Waiting },
        { "Threads/threads.S", "BORROWED", (long)BodyState.Borrowed },
        { "Threads/static/identity.S", "UTCB", (long)NativeLayout.Utcb },
        { "Threads/static/identity.S", "FIRST_BODY", NativeLayout.FirstThread + 1 },
        { "machine.S", "LINE_BYTES", Unsafe.SizeOf<ConsoleWriter>() },
        { "../runtime/machine/bodies/identity.S", "UTCB", (long)NativeLayout.Utcb },
        { "../runtime/machine/bodies/identity.S", "FIRST_BODY", NativeLayout.FirstThread + 1 },
        {
            "../runtime/machine/bodies/identity.S", "STACK_BYTES",
            (long)NativeLayout.ThreadStackBytes
        },
        {
            "../runtime/machine/bodies/identity.S", "ROW_IS_KNOWN",
            Offset(in s_row, in s_row.IsKnown)
        },
        {
            "../runtime/machine/threads.S", "SERVER_STACK_BYTES",
            (long)NativeLayout.ServerStackBytes
        },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Number_IsThatOfTheAbi(string file, string name, long expected)
    {
        Match match = Regex.Match(Source(file), $@"\.equ {name}, (0x)?([0-9a-f]+)");
        Assert.True(match.Success, $"{file} has no {name}");
        int radix = match.Groups[1].Success ? 16 : 10;
        Assert.Equal(expected, Convert.ToInt64(match.Groups[2].Value, radix));
    }

    [Fact]
    public void Rows_AreFoundByAShift() => Assert.Equal(1 << 6, Unsafe.SizeOf<ThreadRow>());

    [Fact]
    public void Bodies_AndCarriers_EnterAtTheirBranches()
    {
        string[] branches = [.. Regex.Matches(Source("start.S").Split("\n_start:")[1],
            @"^        b       (\w+)", RegexOptions.Multiline).Take(4)
            .Select(match => match.Groups[1].Value)];
        Assert.Equal("bulkhead_portal_entry", branches[NativeLayout.PortalEntryOffset / 4]);
        Assert.Equal("bulkhead_body_entry", branches[NativeLayout.BodyEntryOffset / 4]);
        Assert.Equal("bulkhead_carrier", branches[NativeLayout.CarrierEntryOffset / 4]);
    }

    [Fact]
    public void Stacks_AndPages_LeaveTheProgramItsPlace()
    {
        Assert.True(NativeLayout.Utcb + (NativeLayout.UtcbPagesMax * Limits.PageBytes)
            <= NativeLayout.ServerStacks);
        Assert.Equal(
            NativeLayout.ServerStacks + (Limits.CpusMax * NativeLayout.ServerStackStride),
            NativeLayout.ThreadStacks);
        Assert.True(NativeLayout.ThreadStacks
            + ((1 + NativeLayout.ThreadsDeclaredMax) * NativeLayout.ThreadStackStride)
            <= NativeLayout.Program);
        // The thread's number stands in the lowest three bits of a body's badge.
        Assert.True(NativeLayout.ThreadsDeclaredMax < 8);
        Assert.Equal(ThreadRow.OwnServer, 1u + NativeLayout.ThreadsDeclaredMax);
        Assert.Equal(ThreadRow.Count, ThreadRow.FirstServer + (uint)Limits.CpusMax);
        Assert.Equal(0x100ul, (Badge.Body ^ Badge.Help) & 0x100);
        Assert.Equal(Badge.Help & 0x100, 0x100ul);
    }

    [Fact]
    public void Refusals_HaveTheNumbersOfTheAbi()
    {
        string source = Source("Threads/LockWait.cs");
        Assert.Contains($"const ulong Timeout = {(int)Status.Timeout};", source);
        Assert.Contains($"const ulong Aborted = {(int)Status.Aborted};", source);
        Assert.Contains(
            $"const ulong CallCycle = {(int)Status.BadParameter} | ({(int)Reason.CallCycle} << 8)",
            source);
        string machine = Source("Threads/ThreadMachine.Unsafe.cs");
        Assert.Contains($"const uint ServerHelp = {Selectors.ServerHelp};", machine);
        Assert.Contains($"const uint BodyPortal = {Selectors.BodyPortal};", machine);
        Assert.Contains($"const uint ThreadSemaphore = {Selectors.ThreadSemaphore};", machine);
        Assert.Contains($"const uint ServerSemaphore = {Selectors.ServerSemaphore};", machine);
    }

    private static long Offset<TWhole, TPart>(in TWhole whole, in TPart part) =>
        Unsafe.ByteOffset(
            ref Unsafe.As<TWhole, byte>(ref Unsafe.AsRef(in whole)),
            ref Unsafe.As<TPart, byte>(ref Unsafe.AsRef(in part)));

    private static string Source(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/sdk", name));
}
