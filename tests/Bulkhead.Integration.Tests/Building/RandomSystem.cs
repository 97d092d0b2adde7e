// SPDX-License-Identifier: MIT
using System.Text;

namespace Bulkhead.Integration.Tests.Building;

/// <summary>Descriptions without errors, made by chance; some want more than there is.</summary>
internal static class RandomSystem
{
    /// <summary>Describes a system.</summary>
    internal static string Describe(int seed)
    {
        Random random = new(seed);
        int cpus = random.Next(1, 5);
        int natives = random.Next(1, 5);
        int machines = random.Next(0, 3);
        bool isTimed = random.Next(2) == 0;
        StringBuilder text = new($"board: qemu-virt\ncpus: {cpus}\npartitions:\n");
        for (int id = 0; id < natives; id++) AddNative(text, random, id, cpus, isTimed);
        for (int id = 0; id < machines; id++)
        {
            text.Append(
                $"  vm{id}: {{ vm: {{ kernel: kernel.bin, memory: {2 * random.Next(2, 9)} MiB, "
                + $"cpus: {random.Next(1, 4)} }}, cpu: {random.Next(cpus)} }}\n");
        }

        text.Append(
            "  console: { native: src/partitions/console, devices: [ /pl011@9000000 ], "
            + $"cpu: {random.Next(cpus)} }}\n");
        AddChannels(text, random, natives);
        if (isTimed) AddSchedules(text, natives, cpus);
        return text.ToString();
    }

    private static void AddNative(
        StringBuilder text, Random random, int id, int cpus, bool isTimed)
    {
        text.Append($"  p{id}:\n    native: samples/control\n    cpu: {random.Next(cpus)}\n");
        text.Append($"    memory: {random.Next(1, 12)} MiB\n");
        if (!isTimed && random.Next(3) == 0) text.Append("    period: 1 ms\n    budget: 100 us\n");
        if (isTimed) text.Append($"    time-partition: t{id}\n");
        if (isTimed && id == 0) text.Append("    schedule-change: cold-start\n");
        if (random.Next(3) == 0) text.Append($"    devices: [ /virtio_mmio@a00{id}000 ]\n");
        int threads = Math.Max(0, random.Next(-2, 4));
        if (threads > 0) text.Append("    threads:\n");
        for (int number = 0; number < threads; number++)
        {
            text.Append(
                $"      - {{ name: t{number}, priority: 10, cpu: {random.Next(cpus)} }}\n");
        }
    }

    // Nobody calls the first partition, which schedules restart.
    private static void AddChannels(StringBuilder text, Random random, int natives)
    {
        text.Append("channels:\n  - { from: p0, to: console, stream: log }\n");
        for (int from = 0; from < natives; from++)
        {
            for (int to = 1; to < natives; to++)
            {
                if (from == to || random.Next(2) == 0) continue;
                text.Append($"  - {{ from: p{from}, to: p{to}, stream: portal }}\n");
            }
        }
    }

    private static void AddSchedules(StringBuilder text, int natives, int cpus)
    {
        text.Append("schedules:\n  only:\n    windows:\n");
        for (int cpu = 0; cpu < cpus; cpu++)
        {
            for (int id = 0; id < natives; id++)
            {
                text.Append(
                    $"      - {{ time-partition: t{id}, duration: 1 ms, cpu: {cpu} }}\n");
            }
        }
    }
}
