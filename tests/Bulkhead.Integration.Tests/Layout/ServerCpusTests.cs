// SPDX-License-Identifier: MIT
using Bulkhead.Abi.SystemImage;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Layout;

public sealed class ServerCpusTests : IDisposable
{
    // d calls c, c calls b, b calls a; each on a processor of its own.
    private const string Chain = """
        board: qemu-virt
        cpus: 5
        partitions:
          a: { native: samples/control }
          b: { native: samples/control, cpu: 1 }
          c: { native: samples/control, cpu: 2 }
          d: { native: samples/control, cpu: 3 }
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ], cpu: 4 }
        channels:
          - { from: b, to: a, stream: portal }
          - { from: c, to: b, stream: portal }
          - { from: d, to: c, stream: portal }
        """;

    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void Who_is_called_serves_its_callers_and_theirs()
    {
        SystemModel model = _tree.Read(Chain)!;

        Assert.Equal([0b1111u, 0b1110, 0b1100, 0, 0], Find(model));
        Assert.Equal(0b11111u, ServerCpus.OfAll(model, Find(model)));
    }

    [Fact]
    public void Partitions_that_call_each_other_serve_the_same_processors()
    {
        SystemModel model = _tree.Read(Chain
            + "\n  - { from: a, to: d, stream: portal }")!;

        Assert.Equal([0b1111u, 0b1111, 0b1111, 0b1111, 0], Find(model));
    }

    [Fact]
    public void The_console_serves_every_processor_that_has_threads()
    {
        SystemModel model = _tree.Read(Chain
            + "\n  - { from: b, to: console, stream: log }")!;

        Assert.Equal(0b11111u, Find(model)[4]);
    }

    [Fact]
    public void A_monitor_serves_the_processors_of_its_virtual_ones_and_its_own()
    {
        SystemModel model = _tree.Read("""
            board: qemu-virt
            cpus: 8
            partitions:
              linux: { vm: { kernel: kernel.bin, memory: 64 MiB, pin: [ 7, 2, 2 ] }, cpu: 5 }
              console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
            """)!;

        Assert.Equal([0b1010_0100u, 0], Find(model));
    }

    private static IReadOnlyList<uint> Find(SystemModel model) => ServerCpus.Find(
        model,
        [.. model.Channels.Select(channel => new ChannelRecord
        {
            From = (uint)channel.FromIndex,
            To = (uint)channel.ToIndex,
        })]);
}
