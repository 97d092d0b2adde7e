// SPDX-License-Identifier: MIT
using System.Diagnostics;

namespace Bulkhead.Cli.Qemu;

/// <summary>A running QEMU, ended with the object.</summary>
public sealed class QemuProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private QemuProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What the machine prints.</summary>
    public Stream Screen => _process.StandardOutput.BaseStream;

    /// <summary>What the machine reads.</summary>
    public Stream Keyboard => _process.StandardInput.BaseStream;

    /// <summary>True once QEMU has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts QEMU.</summary>
    /// <param name="options">How the system is run.</param>
    /// <returns>The process.</returns>
    public static QemuProcess Start(QemuOptions options)
    {
        ProcessStartInfo start = new(QemuArguments.Program, QemuArguments.Make(options))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new QemuProcess(Process.Start(start)!);
    }

    /// <summary>Waits until QEMU ends.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>A task that ends with QEMU.</returns>
    public Task WaitAsync(CancellationToken cancellation) =>
        _process.WaitForExitAsync(cancellation);

    /// <summary>
    /// What QEMU itself complained about, once it has ended; empty when all was well.
    /// </summary>
    /// <returns>The text without line ends around it.</returns>
    public string Complaint() =>
        _process.HasExited && _process.ExitCode != 0 && _errors.Wait(TimeSpan.FromSeconds(1))
            ? _errors.Result.Trim() : "";

    /// <summary>Ends QEMU if it still runs.</summary>
    public void Dispose()
    {
        try
        {
            _process.Kill();
            _process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }

        _process.Dispose();
    }
}
