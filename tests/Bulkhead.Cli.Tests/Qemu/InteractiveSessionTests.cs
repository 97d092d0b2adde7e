// SPDX-License-Identifier: MIT
using System.IO.Pipelines;
using Bulkhead.Cli.Qemu;

namespace Bulkhead.Cli.Tests.Qemu;

public sealed class InteractiveSessionTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Ends_with_the_machine()
    {
        InteractiveSession session = new(InteractiveSession.CtrlC);

        await session.RunAsync(new MemoryStream("[first] hello\n"u8.ToArray()), new MemoryStream())
            .WaitAsync(s_patience);
    }

    [Fact]
    public async Task Leaving_is_allowed_more_than_once_and_afterwards()
    {
        Pipe screen = new();
        InteractiveSession session = new(InteractiveSession.CtrlC);
        Task running = session.RunAsync(screen.Reader.AsStream(), new MemoryStream());
        Assert.False(running.IsCompleted);

        Parallel.For(0, 16, _ => session.Leave());
        await running.WaitAsync(s_patience);

        session.Leave();
        await screen.Writer.CompleteAsync();
    }

    [Fact]
    public async Task Leaving_before_it_begins_ends_it_at_once()
    {
        Pipe screen = new();
        InteractiveSession session = new(InteractiveSession.CtrlC);
        session.Leave();

        await session.RunAsync(screen.Reader.AsStream(), new MemoryStream()).WaitAsync(s_patience);
        await screen.Writer.CompleteAsync();
    }
}
