// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Runs the tests; with argument 1 a thread that fails.</summary>
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
        ScopedThreadTests.Run(ref records);
        records.Finish();
    }

    private static void Fail()
    {
        Thread thread = new(() => throw new FormatException("nobody catches this"))
        {
            Name = "worker",
        };
        thread.Start();
        thread.Join(200);
        Log.WriteLine("the main thread goes on"u8);
    }
}
