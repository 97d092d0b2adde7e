// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// The console server's threads: the main thread waits for the UART's interrupt and calls the
/// server thread on its CPU, which does all the work. Server threads on other CPUs only take and
/// give what waits.
/// </summary>
public static class Program
{
    private static ConsoleServer s_server;
    private static bool s_isReady;

    /// <summary>Waits for interrupts for ever.</summary>
    /// <param name="argument">Columns of the terminal, 0 for the default; the server reads it from
    /// the information page.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        // The first call turns the UART's interrupts on.
        while (Portal.Self.Call(0, argument).IsSuccess
            && ConsoleServer.Interrupt.Wait().IsSuccess)
        {
        }
    }

    /// <summary>Serves the clients and the main thread.</summary>
    /// <param name="message">The request; the reply afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message)
    {
        if (Partition.Cpu != Partition.Info.Cpu)
        {
            s_server.ServeElsewhere(ref message);
            return;
        }
        if (!s_isReady)
        {
            // Whoever calls first: a client may be faster than the main thread.
            s_isReady = true;
            s_server.Initialize();
        }
        s_server.Serve(ref message);
    }
}
