// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Servers;

/// <summary>
/// Each server thread of a partition with a heap allocates in memory of its own, has thread statics
/// and scopes of its own and throws on its own stack, while another one on another processor does
/// the same.
/// </summary>
public static class Program
{
    private static int s_isReady;

    /// <summary>The main thread.</summary>
    /// <param name="argument">0 is called; others call, from processor argument - 1.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument == 0)
            Volatile.Write(ref s_isReady, 1);
        else
            Caller.Run();
    }

    /// <summary>A call.</summary>
    /// <param name="message">Label: what to do; word 0: its number among the caller's.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message)
    {
        int round = (int)message.Words[0];
        bool isReady = Volatile.Read(ref s_isReady) != 0;
        message.Reply(isReady ? Server.Answer(message.Label, round) : 0);
    }
}
