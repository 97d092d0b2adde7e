// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Integration.Packages;
using Microsoft.Win32.SafeHandles;

namespace Bulkhead.Cli.Qemu;

/// <summary>Joins the user's terminal and the machine's console until one of them ends.</summary>
/// <param name="leaveKey">The byte of the key that leaves.</param>
public sealed class InteractiveSession(byte leaveKey)
{
    /// <summary>Ctrl-C: leaves unless the user wants it for the guests.</summary>
    public const byte CtrlC = 0x03;

    /// <summary>Ctrl-]: leaves when Ctrl-C goes to the guests.</summary>
    public const byte CtrlBracket = 0x1d;

    private readonly TaskCompletionSource _left =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends the session. Allowed at any time and any number of times: a second signal, or
    /// a key, may still be on its way when the first has ended it.</summary>
    public void Leave() => _left.TrySetResult();

    /// <summary>Runs the session.</summary>
    /// <param name="screen">What the machine prints; its end ends the session.</param>
    /// <param name="keyboard">What the machine reads.</param>
    /// <returns>A task that ends with the session; the terminal is restored by then.</returns>
    public async Task RunAsync(Stream screen, Stream keyboard)
    {
        using PosixSignalRegistration interrupt = LeaveAt(PosixSignal.SIGINT);
        using PosixSignalRegistration terminate = LeaveAt(PosixSignal.SIGTERM);
        using PosixSignalRegistration hangUp = LeaveAt(PosixSignal.SIGHUP);
        using TerminalMode? mode = TerminalMode.Enter(new HostCommandRunner());

        _ = Task.Run(() => PumpKeys(keyboard));
        await Task.WhenAny(PumpScreenAsync(screen), _left.Task);
    }

    // The terminal is restored before the default action could end the process.
    private PosixSignalRegistration LeaveAt(PosixSignal signal) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            Leave();
        });

    // Reading keys blocks and cannot be cancelled, so it has a thread that the process outlives.
    private void PumpKeys(Stream keyboard)
    {
        using SafeFileHandle input = new(0, ownsHandle: false);
        using FileStream keys = new(input, FileAccess.Read, bufferSize: 0);
        byte[] buffer = new byte[256];
        try
        {
            for (int count; (count = keys.Read(buffer)) > 0;)
            {
                int leave = buffer.AsSpan(0, count).IndexOf(leaveKey);
                bool isLeaving = leave >= 0 && !Console.IsInputRedirected;
                keyboard.Write(buffer.AsSpan(0, isLeaving ? leave : count));
                keyboard.Flush();
                if (isLeaving)
                {
                    Leave();
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The machine ended; the screen pump has noticed.
        }
    }

    private static async Task PumpScreenAsync(Stream screen)
    {
        await using Stream output = Console.OpenStandardOutput();
        byte[] buffer = new byte[16 << 10];
        for (int count; (count = await screen.ReadAsync(buffer)) > 0;)
        {
            await output.WriteAsync(buffer.AsMemory(0, count));
            await output.FlushAsync();
        }
    }
}
