// SPDX-License-Identifier: MIT
namespace Bulkhead.Cli.Benchmarks;

/// <summary>
/// Budgets, goals, floors, and what peers cost: measured on QEMU 7.2 <c>virt</c>, one cortex-a72,
/// <c>-icount shift=0,sleep=off</c>, release builds. Xen is 4.17, KVM is nVHE and VHE.
/// </summary>
public static class BenchAnchors
{
    /// <summary>All anchors in the order in which they are shown.</summary>
    public static IReadOnlyList<BenchAnchor> All { get; } =
    [
        new("el0.null", "cheapest refused system call", 80, 55, 2,
            [new("NOVA", 112), new("Fiasco", 116)]),
        new("ipc.same.1w", "call + reply, same domain, 1 word", 230, 120, null,
            [new("NOVA", 352), new("seL4", 440), new("Fiasco", 1209)]),
        new("ipc.other.1w", "call + reply, other domain, 1 word", 240, 130, 61,
            [new("NOVA", 358), new("seL4", 440), new("Fiasco", 1279)]),
        new("ipc.other.8w", "call + reply, other domain, 8 words", 240, 130, null,
            [new("NOVA", 393), new("seL4", 1418), new("Fiasco", 1331)]),
        new("sem.up", "semaphore up, nobody waits", 110, 40, null, [new("NOVA", 185)]),
        new("sem.down", "semaphore down, a count is there", null, null, null, []),
        new("notify.higher", "signal to a waiting thread of higher priority", 350, 150, null,
            [new("seL4", 678)]),
        new("doorbell.cpu", "signal to a waiting thread of another CPU, both sides", 600,
            null, null, []),
        new("lock.free", "lock between threads, entered and left, nobody has it", 200, null, null,
            []),
        new("lock.handover", "lock wanted from a less urgent thread that leaves it at once",
            3_500, null, null, []),
        new("switch.vcpu", "WFI of a vCPU to the other's next instruction and FP",
            400, 230, 139, []),
        new("switch.vcpu.lazy", "the same while the other uses no FP", null, null, null, []),
        new("guest.hypercall", "guest: PSCI_VERSION, answered", 110, 50, 23,
            [new("Bao", 193), new("Xen", 475), new("KVM nVHE", 1549), new("KVM VHE", 1055),
                new("Xvisor", 401), new("NOVA", 1045)]),
        new("guest.idreg", "guest: ID register read", 500, 120, 39,
            [new("Bao", 1), new("Xen", 431), new("KVM nVHE", 1907), new("KVM VHE", 1416),
                new("Xvisor", 1), new("NOVA", 1076)]),
        new("guest.mmio.gicd", "guest: GICD_TYPER read", 500, 220, 52,
            [new("Bao", 225), new("Xen", 599), new("KVM nVHE", 2278), new("KVM VHE", 1808),
                new("Xvisor", 719), new("NOVA", 1086)]),
        new("guest.mmio.gicd.wr", "guest: GICD_ISENABLER write", null, null, null,
            [new("Bao", 3562), new("Xen", 727), new("KVM nVHE", 2288), new("KVM VHE", 1818),
                new("Xvisor", 1165)]),
        new("guest.mmio.user", "guest: MMIO read answered at user level", 350, 220, null,
            [new("KVM nVHE", 5555), new("KVM VHE", 5294), new("NOVA", 1086)]),
        new("guest.mmio.uart", "guest: UART register read", null, null, 52,
            [new("Xen", 623), new("KVM nVHE", 5555), new("KVM VHE", 5294), new("Xvisor", 630)]),
        new("guest.mmio.rtc", "guest: real-time clock read, no short way", null, null, null, []),
        new("guest.sgi.self", "guest: ICC_SGI1R to own handler", 200, 100, 19,
            [new("Bao", 777), new("Xen", 1098), new("KVM nVHE", 2949), new("KVM VHE", 2487),
                new("NOVA", 970)]),
        new("guest.timer", "guest: virtual timer to handler, spinning", 140, 70, 10,
            [new("Bao", 201), new("Xen", 1084), new("KVM nVHE", 2904), new("KVM VHE", 2429),
                new("Xvisor", 2190), new("NOVA", 876)]),
        new("guest.timer.wfi", "guest: virtual timer to handler, out of WFI", 180, 90, 11,
            [new("Bao", 202), new("Xen", 1085), new("KVM nVHE", 2454), new("KVM VHE", 2202),
                new("Xvisor", 3605)]),
        new("guest.compute", "guest: compute loop, ratio to bare", 1.005m, 1.000m, 1.000m,
            [new("Bao", 1.000m), new("Xen", 1.000m), new("KVM nVHE", 1.000m),
                new("KVM VHE", 1.000m), new("Xvisor", 1.0004m), new("NOVA", 1.000m)]),
        new("boot.guest", "reset to first guest instruction", 5_000_000, 400_000, null,
            [new("Bao", 403_000), new("Xen", 23_400_000), new("KVM", 930_000_000),
                new("Xvisor", 52_300_000), new("NOVA", 11_500_000)]),
        .. LongestAnchors.All,
        .. ManagedAnchors.All,
        new("kernel.bytes", "kernel text + read-only data, bytes", 65_536, 40_960, null,
            [new("seL4", 32_461), new("Bao", 66_560), new("NOVA", 79_360),
                new("Fiasco", 493_568), new("Xen", 532_480), new("Xvisor", 1_782_580)]),
        new("kernel.memory", "kernel static memory, bytes", 1_048_576, null, null, []),
        new("kernel.lines", "privileged code, lines of C# and assembly", 8_000, 6_000, null,
            [new("Jailhouse", 9_637), new("Bao", 10_106), new("NOVA", 11_105),
                new("seL4", 15_525), new("Hafnium", 34_636), new("KVM", 35_562),
                new("Fiasco", 62_387), new("Xen", 106_639), new("Xvisor", 147_846)]),
        new("kernel.lines.assembly", "lines of assembly among them", 600, null, null, []),
        new("corelib.lines", "core library, lines of C# (the kernel links a part)",
            null, null, null, []),
    ];

    /// <summary>The anchor of that id.</summary>
    /// <param name="id">An identifier.</param>
    /// <returns>The anchor; without figures when the id is not known.</returns>
    public static BenchAnchor Find(string id) =>
        All.FirstOrDefault(anchor => anchor.Id == id)
        ?? new BenchAnchor(id, "", null, null, null, []);
}
