// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Exceptions;

/// <summary>What happens to an exception that nobody catches: its report, then the thread's end.
/// </summary>
internal static unsafe class UnhandledException
{
    /// <summary>Writes type, message and trace to the log, tells the health monitor, then stops the
    /// thread.</summary>
    internal static void Report(Exception exception)
    {
        // A failure of the report itself must not report again.
        ThreadRecord* thread = ThreadRecord.Current;
        if (thread->IsReporting == 0)
        {
            thread->IsReporting = 1;
            TraceReport.Write(exception);
            TraceReport.Notify(exception);
            thread->IsReporting = 0;
        }
        Stop();
    }

    /// <summary>Stops the thread; the manager says so.</summary>
    [DoesNotReturn]
    [RuntimeImport("bulkhead_unhandled")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Stop();
}
