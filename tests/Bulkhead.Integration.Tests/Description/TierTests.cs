// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Tests.Description;

/// <summary>The tier that a description states.</summary>
public sealed class TierTests : IDisposable
{
    private const string Good = """
        board: qemu-virt
        partitions:
          control:
            native: samples/control
            tier: 1
          linux: { vm: { kernel: kernel.bin, memory: 64 MiB } }
          console: { native: src/partitions/console, devices: [ /pl011@9000000 ] }
        """;

    private readonly TestTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void It_is_read_with_its_place()
    {
        SystemModel model = _tree.Read(Good)!;

        Assert.Empty(_tree.Diagnostics);
        TierReference tier = ((NativePartitionModel)model.Partitions[0]).Tier!;
        Assert.Equal((1, 5, 11), (tier.Number, tier.Mark.Line, tier.Mark.Column));
        Assert.Null(((NativePartitionModel)model.Partitions[2]).Tier);
    }

    [Theory]
    [InlineData("tier: 1", "tier: 3", "BH0103", 5,
        "`tier` is 3, out of range; write a number from 0 to 2")]
    [InlineData("linux: { vm", "linux: { tier: 1, vm", "BH0212", 6,
        "`tier` belongs to native partitions, this is a virtual machine; remove it")]
    public void Refuses_what_cannot_be(
        string good, string bad, string id, int line, string expected) =>
        _tree.RefusesChanged(Good, good, bad, id, line, expected);
}
