// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Benchmarks;

/// <summary>
/// The operations of <c>tests/target/suite-longest</c>, and for how long the kernel may keep an
/// interrupt out in each: <c>docs/longest-path.md</c>.
/// </summary>
public static class LongestAnchors
{
    /// <summary>Instructions from the instant at which a thread is to be woken to its first
    /// one.</summary>
    public const decimal Budget = 10_000;

    /// <summary>All of them, in the order in which they are measured.</summary>
    public static IReadOnlyList<BenchAnchor> All { get; } =
    [
        Longest("nothing", "a thread is woken while nothing runs"),
        Longest("short", "Yield, SystemInfo, ConsumedTime, semaphore up and down"),
        Longest("domain", "CreateDomain, the greatest quota"),
        Longest("domain.end", "Revoke of a full domain"),
        Longest("thread", "CreateThread, pools nearly full"),
        Longest("thread.end", "Revoke of a waiting thread"),
        Longest("vcpu", "CreateVcpu, the last of a machine"),
        Longest("vcpu.end", "Revoke of a vCPU that 35 interrupts lead to"),
        Longest("time", "CreateSchedulingContext among many"),
        Longest("time.end", "Revoke of it"),
        Longest("portal", "CreatePortal behind many"),
        Longest("semaphore", "CreateSemaphore behind many"),
        Longest("semaphore.end.waiters", "Revoke of a semaphore that 37 threads wait for"),
        Longest("semaphore.end.lines", "Revoke of a semaphore that 35 interrupts lead to"),
        Longest("segment", "CreateSegment behind many"),
        Longest("delegate", "Delegate"),
        Longest("revoke.wide", "Revoke of 108 copies"),
        Longest("revoke.deep", "Revoke of 108 copies, each of the one before"),
        Longest("revoke.parts", "Revoke of a segment's parts, each of the one before"),
        Longest("map", "Map, 256 pages"),
        Longest("unmap", "Unmap, 256 pages"),
        Longest("bind", "BindInterrupt, AcknowledgeInterrupt"),
        Longest("bind.vcpu", "BindInterruptToVcpu"),
        Longest("configure", "VirtualInterrupt, 252 others pending"),
        Longest("recall", "Recall"),
        Longest("stop.chain", "Stop at the end of 18 faults, 16 helpers"),
        Longest("stop.server", "Stop of a server that 36 threads wait for"),
        Longest("chain", "19 calls deep, 18 payers: up, and down again"),
        Longest("deadlines", "37 deadlines of semaphores at once"),
        Longest("budgets", "37 budgets renewed at once"),
        Longest("calls", "36 deadlines of calls at once"),
        Longest("page", "Call and Reply, 512 words"),
        Longest("console", "ConsoleWrite, 64 bytes"),
        Longest("window", "AddWindow"),
        Longest("windows", "windows begin, 32 in a frame"),
        Longest("schedule", "SwitchSchedule, a semaphore raised"),
        Longest("check", "self check: 15,000 instructions are noticed", null),
    ];

    private static BenchAnchor Longest(string name, string operation, decimal? budget = Budget) =>
        new("longest." + name, operation, budget, null, null, []);
}
