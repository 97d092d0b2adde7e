// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Runs the tests; with argument 1 threads that fail.</summary>
public static class Program
{
    private const ulong Failing = 1;

    /// <summary>Runs all tests.</summary>
    /// <param name="argument">What to do.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument == Failing)
        {
            Fail();
            return;
        }
        RecordWriter records = default;
        InheritanceTests.Run(ref records);
        DeadlockTests.Run(ref records);
        PeriodTests.Run(ref records);
        WaitTests.Run(ref records);
        StressTests.Run(ref records);
        CollectionTests.Run(ref records);
        FaultTests.Run(ref records);
        ScopedThreadTests.Run(ref records);
        records.Finish();
    }

    private static void Fail()
    {
        Stop("worker", () => throw new FormatException("nobody catches this"));
        Stop("deep", FaultTests.OverrunTwice);
        Stop("there", FaultTests.UseNull);
        Log.WriteLine("the main thread goes on"u8);
        GC.Collect();
        Log.WriteLine("and does not wait for those that stopped"u8);
        Message message = new(0);
        Portal.Self.Call(ref message);
        throw new TimeoutException("nor this");
    }

    private static void Stop(string name, ThreadStart body)
    {
        Thread thread = new(body) { Name = name };
        thread.Start();
        thread.Join(200);
    }

    /// <summary>Fails whoever calls.</summary>
    /// <param name="message">The request.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) =>
        throw new InvalidOperationException($"no operation {message.Label}");
}
