// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using Bulkhead.Cli.Qemu;

namespace Bulkhead.Cli.Tests.Qemu;

public sealed class InteractiveSessionTests
{
    private const int Rounds = 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Ends_with_the_machine()
    {
        InteractiveSession session = new(InteractiveSession.CtrlC);

        await session.RunAsync(new MemoryStream("[first] hello\n"u8.ToArray()), new MemoryStream())
            .WaitAsync(s_patience);
    }

    [Fact]
    public async Task Signals_that_come_together_end_it_once()
    {
        // Holds off the default action of a signal that comes when the session has ended.
        using PosixSignalRegistration guard =
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        for (int i = 0; i < Rounds; i++)
        {
            Pipe screen = new();
            InteractiveSession session = new(InteractiveSession.CtrlC);
            Task running = session.RunAsync(screen.Reader.AsStream(), new MemoryStream());
            Assert.False(running.IsCompleted);

            await InterruptAsync();

            await running.WaitAsync(s_patience);
            await screen.Writer.CompleteAsync();
        }
    }

    private static async Task InterruptAsync()
    {
        string kill = string.Create(
            CultureInfo.InvariantCulture, $"kill -INT {Environment.ProcessId};");
        using Process shell = Process.Start("sh", ["-c", string.Concat(kill, kill, kill, kill)]);
        await shell.WaitForExitAsync();
    }
}
