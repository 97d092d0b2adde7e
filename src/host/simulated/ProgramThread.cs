// SPDX-License-Identifier: MIT
namespace Bulkhead.Host.Simulated;

/// <summary>Starts threads of the tested program.</summary>
internal static class ProgramThread
{
    /// <summary>Priority of the main thread: what a native partition has by default.</summary>
    public const int MainPriority = 100;

    /// <summary>Starts a thread. An exception that nobody catches ends the test's run, which throws
    /// it again.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="identity">Who it is.</param>
    /// <param name="priority">0 to 255.</param>
    /// <param name="body">What it does.</param>
    public static void Start(
        HostKernel kernel, ThreadIdentity identity, int priority, Action body) =>
        kernel.Scheduler.Add(new HostThread(kernel, identity, priority, thread =>
        {
            try
            {
                kernel.Scheduler.RefuseWhenStopped(thread);
                body();
            }
            catch (PartitionStoppedException)
            {
                // The test has ended; so does the thread.
            }
            catch (Exception error)
            {
                kernel.Scheduler.Fail(error);
            }
        }));
}
