// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Tests.Building;

/// <summary>Systems that between them have everything that the partition manager can
/// make.</summary>
public static class SampleSystems
{
    private static readonly Dictionary<string, string> s_systems = new()
    {
        ["one partition"] = """
            board: qemu-virt
            partitions:
              alone: { native: samples/control }
            """,
        ["console and machines"] = Emit.SystemFixture.Description,
        ["threads"] = """
            board: qemu-virt
            cpus: 3
            partitions:
              control:
                native: samples/control
                period: 1 ms
                budget: 200 us
                threads:
                  - { name: radio, priority: 120 }
                  - { name: logger, priority: 40, budget: 1 ms, period: 10 ms, cpu: 1 }
                  - { name: other, priority: 40, cpu: 2 }
              called:
                native: samples/control
                cpu: 1
                threads: [ { name: worker, priority: 30 } ]
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ], cpu: 1 }
            channels:
              - { from: control, to: console, stream: log }
              - { from: control, to: called, stream: portal }
            """,
        ["several processors"] = """
            board: qemu-virt
            cpus: 4
            partitions:
              linux:
                vm: { kernel: kernel.bin, memory: 16 MiB, pin: [ 1, 2, 1 ] }
                cpu: 1
                time-partition: guests
              logger: { vm: { kernel: kernel.bin, memory: 16 MiB }, cpu: 3 }
              control: { native: samples/control, time-partition: control, cpu: 2 }
              helper: { native: samples/control, memory: 8 MiB }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            channels:
              - { from: control, to: console, stream: log }
              - { from: control, to: helper, stream: portal }
              - { from: helper, to: console, stream: log }
            schedules:
              normal:
                windows:
                  - { time-partition: control, duration: 1 ms, cpu: 2 }
                  - { time-partition: guests, duration: 9 ms, cpu: 2 }
                  - { time-partition: guests, duration: 10 ms, cpu: 1 }
            """,
        ["restarts"] = """
            board: qemu-virt
            cpus: 2
            partitions:
              linux:
                vm: { kernel: kernel.bin, memory: 16 MiB }
                cpu: 1
                time-partition: guest
                schedule-change: { second: cold-start }
              control:
                native: samples/control
                time-partition: control
                schedule-change: warm-start
                rights: [ schedule ]
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            channels:
              - { from: control, to: console, stream: log }
            schedules:
              first:
                windows:
                  - { time-partition: control, duration: 1 ms }
                  - { time-partition: guest, duration: 1 ms, cpu: 1 }
              second:
                windows:
                  - { time-partition: control, duration: 1 ms }
                  - { time-partition: guest, duration: 1 ms, cpu: 1 }
            """,
        ["devices"] = """
            board: qemu-virt
            partitions:
              network:
                native: samples/control
                devices: [ /virtio_mmio@a000000, /virtio_mmio@a001000 ]
              clock: { native: samples/control, devices: [ /pl031@9010000 ] }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            channels:
              - { from: network, to: clock, stream: portal }
              - { from: clock, to: console, stream: terminal }
            """,
        ["many channels"] = """
            board: qemu-virt
            cpus: 2
            partitions:
              a: { native: samples/control }
              b: { native: samples/control, cpu: 1 }
              c: { native: samples/control }
              d: { native: samples/control }
              e: { native: samples/control }
              f: { native: samples/control }
              g: { native: samples/control }
            channels:
              - { from: b, to: a, stream: portal }
              - { from: a, to: c, stream: portal }
              - { from: a, to: d, stream: portal }
              - { from: a, to: e, stream: portal }
              - { from: a, to: f, stream: portal }
              - { from: a, to: g, stream: portal }
            """,
    };

    // With more and more partitions like the first.
    private static readonly Dictionary<string, string> s_growing = new()
    {
        ["threads of partitions"] = """
            board: qemu-virt
            partitions:
              control:
                native: samples/control
                threads:
                  - { name: radio, priority: 120 }
                  - { name: logger, priority: 40 }
                  - { name: third, priority: 40 }
            """,
        ["threads on processors"] = """
            board: qemu-virt
            cpus: 4
            partitions:
              control:
                native: samples/control
                threads: [ { name: logger, priority: 40, cpu: 3 } ]
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ], cpu: 2 }
            channels:
              - { from: control, to: console, stream: log }
            """,
        ["virtual processors"] = """
            board: qemu-virt
            partitions:
              linux: { vm: { kernel: kernel.bin, memory: 16 MiB, cpus: 3 } }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """,
        ["table pages"] = """
            board: qemu-virt
            partitions:
              large: { native: samples/control, memory: 24 MiB }
            """,
        ["small partitions"] = """
            board: qemu-virt
            partitions:
              small: { native: samples/control }
            """,
    };

    /// <summary>Their names.</summary>
    public static TheoryData<string> All => [.. s_systems.Keys];

    /// <summary>Names of those that are to grow.</summary>
    public static TheoryData<string> Growing => [.. s_growing.Keys];

    /// <summary>The description of one.</summary>
    public static string Find(string name) =>
        s_systems.TryGetValue(name, out string? text) ? text : s_growing[name];
}
