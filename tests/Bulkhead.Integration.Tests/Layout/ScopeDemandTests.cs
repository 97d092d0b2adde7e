// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Tests.Emit;

namespace Bulkhead.Integration.Tests.Layout;

public sealed class ScopeDemandTests : IDisposable
{
    // Its program takes 0x6000 bytes of 1 MiB; it is called on both processors.
    private const string Description = """
        board: qemu-virt
        memory: 256 MiB
        cpus: 2
        partitions:
          console:
            { native: src/partitions/console, devices: [ /pl011@9000000 ], memory: 4 MiB }
          server:
            native: samples/control
            memory: 1 MiB
            threads: [ { name: a, priority: 9 }, { name: b, priority: 9 } ]
          near: { native: samples/control, memory: 4 MiB }
          far: { native: samples/control, memory: 4 MiB, cpu: 1 }
        channels:
          - { from: near, to: server, stream: portal }
          - { from: far, to: server, stream: portal }
        """;

    private const ulong Left = (1 << 20) - 0x6000;

    private readonly SystemFixture _fixture = new(Description);

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public void Programs_that_say_nothing_fit_all_memories()
    {
        Assert.NotNull(_fixture.Prepare(0x2000));
        Assert.Empty(_fixture.Diagnostics);
    }

    // What is not said of the main and the server thread is half and an eighth; there is one more
    // server thread, and there are two threads. A place for an exception is with each. Something
    // must be left.
    [Theory]
    [InlineData((Left / 8 * 7) - 2049, 0, 0, true)]
    [InlineData((Left / 8 * 7) - 2048, 0, 0, false)]
    [InlineData(long.MaxValue, 0, 0, false)]
    [InlineData(0, (Left / 4) - 1537, 0, true)]
    [InlineData(0, (Left / 4) - 1536, 0, false)]
    [InlineData(0, 0, Left / 8, true)]
    [InlineData(0, 0, Left / 4, false)]
    [InlineData(100_000, 200_000, 200_000, true)]
    [InlineData(300_000, 200_000, 200_000, false)]
    [InlineData(long.MaxValue, long.MaxValue, long.MaxValue, false)]
    public void Scopes_must_leave_something_of_the_memory(
        ulong main, ulong server, ulong thread, bool fits)
    {
        bool isPrepared =
            _fixture.Prepare(0x2000, new ScopeDemand(main, server, thread)) is not null;
        Assert.Equal(fits, isPrepared);
        Assert.Equal(!fits, _fixture.Diagnostics.Any(
            diagnostic => diagnostic.Id == DiagnosticId.ImageTooLarge
                && diagnostic.Message.Contains("`server` has", StringComparison.Ordinal)));
    }

    [Fact]
    public void Says_what_is_wanted_and_what_there_is()
    {
        _fixture.Prepare(0x2000, new ScopeDemand(1_030_000, 1_000, 0));
        Diagnostic diagnostic = Assert.Single(_fixture.Diagnostics);
        Assert.Contains("sets aside 1035072 bytes for scopes", diagnostic.Message,
            StringComparison.Ordinal);
        Assert.Contains("`server` has 1024000", diagnostic.Message, StringComparison.Ordinal);
    }
}
