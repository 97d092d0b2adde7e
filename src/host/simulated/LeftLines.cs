// SPDX-License-Identifier: MIT
using System.Reflection;
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>Drops half lines that an earlier test left in the log of the test's own copy of the
/// SDK: each thread of a partition has a line there.</summary>
internal static class LeftLines
{
    private const string SdkName = "Bulkhead.Native";

    /// <summary>Drops them, in a thread of the partition.</summary>
    /// <param name="console">The console, which sees nothing of it.</param>
    public static void Drop(ConsoleServer console)
    {
        Assembly? sdk = AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(assembly =>
            assembly.GetName().Name == SdkName && !assembly.IsCollectible);
        MethodInfo? endLine = sdk?.GetType("Bulkhead.Native.Log")?.GetMethod("EndLine");
        if (endLine is null) return;
        HostThread thread = HostThread.Current;
        ThreadIdentity own = thread.Identity;
        console.IsMuted = true;
        for (uint number = 0; number < NativeLayout.ThreadsMax; number++)
        {
            thread.Identity = new ThreadIdentity(number);
            endLine.Invoke(null, null);
        }

        thread.Identity = own;
        console.IsMuted = false;
    }
}
