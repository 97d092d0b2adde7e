// SPDX-License-Identifier: MIT
using Bulkhead.Toolchain.Code;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Why a partition cannot have something, and what to do instead.</summary>
/// <param name="Topic">What it is, in a word or two; findings of one topic in one method are told
/// once.</param>
/// <param name="Why">Why it is not there.</param>
/// <param name="Instead">What does the same work.</param>
internal sealed partial record FeatureAdvice(string Topic, string Why, string Instead)
{
    private static readonly (string[] Names, FeatureAdvice Advice)[] _all =
    [
        (["System.Runtime.CompilerServices.Async*", "System.Threading.Tasks.*",
          "System.Runtime.CompilerServices.TaskAwaiter*",
          "System.Runtime.CompilerServices.YieldAwait*",
          "System.Runtime.CompilerServices.ValueTaskAwaiter*",
          "System.Runtime.CompilerServices.ConfiguredTaskAwait*"],
            new("async", "there is no scheduler of tasks behind async, await and Task",
                "Give the job a thread of the system description, which waits with the usual "
                    + "means, or write the steps as an iterator with yield return")),
        (["System.Threading.ThreadPool*", "System.Threading.Thread", "System.Threading.Thread.*",
          "System.Threading.Timer*", "System.Threading.WaitCallback*",
          "System.Threading.Semaphore*", "System.Threading.Mutex*",
          "System.Threading.ReaderWriterLock*"],
            new("threads", "a partition's threads are those that the system description declares",
                "Start them with Thread; lock, SemaphoreSlim, events and Barrier are there, and "
                    + "PeriodicTask of Bulkhead.Native in place of a timer")),
        (["System.Object.Finalize"],
            new("finalizers", "no collector looks for dead objects, so a finalizer would never run",
                "Implement IDisposable and release in Dispose, with using at the caller")),
        (["Microsoft.CSharp.*", "System.Dynamic.*", "System.Runtime.CompilerServices.CallSite*"],
            new("dynamic", "members are looked up at compile time; there is no binder at run time",
                "Use an interface, a generic method, or a switch over types")),
        (["System.Linq.Expressions.*"],
            new("expression trees",
                "an expression tree is compiled at run time, and there is no compiler",
                "Take a delegate (Func<...>) in place of Expression<Func<...>>")),
        (["System.Linq.*"],
            new("queries",
                "the framework's queries need virtual generic methods; the query library in their "
                    + "place does not have this one",
                "Write the loop, or an iterator with yield return")),
        (["System.Reflection.*", "System.Type.*", "System.Activator.*",
          "System.RuntimeTypeHandle.*", "System.Attribute*", "System.Enum.*",
          "System.Diagnostics.StackTrace*"],
            new("reflection", "the program holds no description of its types and members",
                "Name them in code: a switch, a dictionary of delegates, a generic method with "
                    + "where T : new(), or static abstract members")),
        (["System.Decimal*", "System.Convert.ToDecimal*", "System.Math.*Decimal*"],
            new("decimal", "there is no decimal arithmetic",
                "Count in the smallest unit (cents, millivolts), in long, or use "
                    + "double")),
        (["System.Console*"],
            new("console", "a partition has no terminal", "Write with Log of Bulkhead.Native")),
        (["System.IO.*", "System.Net.*", "System.Diagnostics.Process*", "Microsoft.Win32.*"],
            new("operating system", "there are no files, sockets and processes",
                "Exchange data with other partitions over portals and memory windows of "
                    + "Bulkhead.Native")),
        (["System.DateTime*", "System.DateOnly*", "System.TimeOnly*", "System.TimeZoneInfo*"],
            new("calendar", "the board keeps no calendar",
                "Use Clock and Instant of Bulkhead.Native, TimeSpan, or Stopwatch")),
        (["System.GC*", "System.WeakReference*", "System.Runtime.GCSettings*",
          "System.Runtime.InteropServices.GCHandle*", "System.Runtime.ConstrainedExecution.*"],
            new("collector", "objects are there until their memory is given back, and never move",
                "Open a Scope for each period, or say <BulkheadTier>2</BulkheadTier> for a "
                    + "collected heap; MemoryUse tells how much is used")),
        (["System.Runtime.InteropServices.*"],
            new("unmanaged memory", "there is no unmanaged heap and no marshalling",
                "Use spans, MemoryMarshal's casts, or a MemoryWindow of Bulkhead.Native")),
        (["System.Globalization.*", "System.Resources.*"],
            new("cultures", "there is one culture, the invariant one",
                "Leave the culture out, or use CultureInfo.InvariantCulture")),
        (["System.Text.RegularExpressions.*", "System.Text.Json.*", "System.Xml.*"],
            new("parsers", "this library needs reflection or code made at run time",
                "Parse with spans: Split, IndexOf and the numbers' TryParse")),
        (["System.Collections.Concurrent.*", "System.Collections.Immutable.*"],
            new("collections", "this library is not part of the tier",
                "Use a Dictionary, List or Queue inside a lock")),
    ];

    // What is otherwise where a collector looks for dead objects.
    private static readonly (string[] Names, FeatureAdvice Advice)[] _collected =
    [
        (["System.Object.Finalize"],
            new("finalizers",
                "the collector takes the memory of dead objects back and runs no code of theirs",
                "Implement IDisposable and release in Dispose, with using at the caller")),
        (["System.GC*", "System.WeakReference*", "System.Runtime.GCSettings*",
          "System.Runtime.InteropServices.GCHandle*", "System.Runtime.ConstrainedExecution.*"],
            new("collector",
                "the collector has no handles, weak references and settings, and moves nothing",
                "Set a reference to null when its object may go; Heap.Collect and "
                    + "Heap.EndPeriod of Bulkhead.Native collect, MemoryUse tells how much is "
                    + "used")),
    ];

    private static readonly FeatureAdvice _handler = new("handlers",
        "tier 0 throws nothing, a failed check stops the thread, so that code would never run",
        "Return a status and look at it, or say <BulkheadTier>1</BulkheadTier> in the project");

    private static readonly FeatureAdvice _virtualGeneric = new("virtual generic methods",
        "which code a virtual call of a generic method runs would be decided by a type loader",
        "Make the type generic in place of the method, seal the type, or call through a type "
            + "parameter (where T : IThat)");

    private static readonly FeatureAdvice _platformCall = new("platform calls",
        "there is no operating system with libraries to load",
        "Use what Bulkhead.Native offers, or link your own code: assembly files (*.S) of the "
            + "project");

    /// <summary>What is known about a finding.</summary>
    /// <param name="tier">The partition's tier.</param>
    /// <param name="finding">The finding.</param>
    internal static FeatureAdvice Of(PartitionTier tier, Finding finding) => finding.Kind switch
    {
        FindingKind.VirtualGeneric => _virtualGeneric,
        FindingKind.PlatformCall => _platformCall,
        FindingKind.Handler => _handler,
        _ => Look(Own(tier), finding.What)
            ?? Look(_all, finding.What) ?? Other(tier, finding.What),
    };

    private static (string[] Names, FeatureAdvice Advice)[] Own(PartitionTier tier) => tier switch
    {
        PartitionTier.Static => _static,
        PartitionTier.Collected => _collected,
        _ => [],
    };

    private static FeatureAdvice? Look(
        (string[] Names, FeatureAdvice Advice)[] rows, string what) =>
        rows.FirstOrDefault(row => new NamePatterns(row.Names).Contains(what)).Advice;

    private static FeatureAdvice Other(PartitionTier tier, string what) =>
        tier == PartitionTier.Static
            ? new(what, "the library of tier 0 is small",
                "Write it out, or say <BulkheadTier>1</BulkheadTier> in the project")
            : new(what, $"the library of tier {(int)tier} does not have it", "Write it out");
}
