// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Diagnosis;

internal sealed partial record FeatureAdvice
{
    // Nothing here may lead to an object: neither delegates, iterators, collections nor texts.
    private static readonly (string[] Names, FeatureAdvice Advice)[] _static =
    [
        (["System.String.*", "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler*"],
            new("texts", "a text that is put together is a new object, and tier 0 has no heap",
                "Write the parts one by one with Log, or into a TextBuffer")),
        (["System.Func*", "System.Action*", "System.Delegate*", "System.MulticastDelegate*",
          "System.Predicate*", "System.Comparison*"],
            new("delegates", "a delegate is an object, and tier 0 has no heap",
                "Call the method, or make the caller generic over a struct that has it")),
        (["System.Collections.*"],
            new("collections",
                "collections and their iterators are objects, and tier 0 has no heap",
                "Use a span over a static buffer (an InlineArray in a static field), and foreach "
                    + "over the span")),
        (["*Exception", "*Exception.*"],
            new("exceptions", "tier 0 has no exceptions", "Return a status")),
        (["System.Runtime.CompilerServices.RuntimeHelpers.InitializeArray"],
            new("tables", "an array is an object, and tier 0 has no heap",
                "Use a property that returns a ReadOnlySpan of constants: it is data of the "
                    + "program")),
        (["System.Threading.Monitor.Wait*", "System.Threading.Monitor.Pulse*",
          "System.Threading.ManualResetEvent*", "System.Threading.AutoResetEvent*",
          "System.Threading.EventWaitHandle*", "System.Threading.WaitHandle*",
          "System.Threading.Semaphore*", "System.Threading.CountdownEvent*",
          "System.Threading.Barrier*"],
            new("events", "an event of the framework is an object, and tier 0 has no heap",
                "Use a Semaphore of Bulkhead.Native, which waits until a deadline, too, or "
                    + "NativeThread.WaitUntil and NativeThread.Wake between the partition's "
                    + "threads")),
        (["System.Threading.Monitor*", "System.Threading.Lock", "System.Threading.Lock.*",
          "System.Threading.Mutex*", "System.Threading.SpinLock*",
          "System.Threading.ReaderWriterLock*"],
            new("locks", "a lock of the framework is an object, and tier 0 has no heap",
                "Put a ThreadLock of Bulkhead.Native into a static field, and call its Enter and "
                    + "Exit")),
        (["System.Threading.CancellationToken*"],
            new("cancellation",
                "a token leads to a source, which is an object, and tier 0 has no heap",
                "Keep a flag in a static field (Volatile), wake who waits with NativeThread.Wake "
                    + "or Semaphore.Up, or let it wait until a deadline: NativeThread.WaitUntil, "
                    + "Semaphore.DownUntil")),
        (["System.Threading.Thread", "System.Threading.Thread.*", "System.Threading.ThreadPool*",
          "System.Threading.ThreadStart*", "System.Threading.ParameterizedThreadStart*",
          "System.Threading.ThreadLocal*", "System.Threading.Timer*",
          "System.Threading.PeriodicTimer*", "System.Threading.WaitCallback*"],
            new("threads", "a partition's threads are those that the system description declares",
                "Start them with NativeThread.Start of Bulkhead.Native, which runs a struct's "
                    + "IThreadBody.Run; NativeThread.Sleep and PeriodicTimer wait for a time")),
        (["System.Runtime.CompilerServices.Async*", "System.Threading.Tasks.*",
          "System.Runtime.CompilerServices.TaskAwaiter*",
          "System.Runtime.CompilerServices.YieldAwait*",
          "System.Runtime.CompilerServices.ValueTaskAwaiter*",
          "System.Runtime.CompilerServices.ConfiguredTaskAwait*"],
            new("async", "there is no scheduler of tasks behind async, await and Task",
                "Wait in a loop for the next event (Semaphore, PeriodicTimer, Portal), or give "
                    + "the job a thread with NativeThread.Start")),
        (["System.Linq.*"],
            new("queries", "a query and its tree are objects, and tier 0 has no heap",
                "Write the loop, over a span")),
        (["System.Reflection.*", "System.Type.*", "System.Activator.*",
          "System.RuntimeTypeHandle.*", "System.Attribute*", "System.Enum.*"],
            new("reflection", "the program holds no description of its types and members",
                "Name them in code: a switch, a generic method with where T : struct, or static "
                    + "abstract members")),
        (["System.DateTime*", "System.DateOnly*", "System.TimeOnly*", "System.TimeZoneInfo*",
          "System.TimeSpan*", "System.Diagnostics.Stopwatch*"],
            new("calendar", "the board keeps no calendar",
                "Use Clock and Instant of Bulkhead.Native, and nanoseconds as ulong")),
        (["System.GC*", "System.WeakReference*", "System.Runtime.GCSettings*",
          "System.Runtime.InteropServices.GCHandle*", "System.Runtime.ConstrainedExecution.*"],
            new("collector", "tier 0 has no objects to collect, refer to or pin",
                "Use static fields and spans over them")),
        (["System.Globalization.*", "System.Resources.*"],
            new("cultures", "there is one culture, the invariant one",
                "Leave the culture out: Log and TextBuffer write numbers")),
        (["System.Text.RegularExpressions.*", "System.Text.Json.*", "System.Xml.*"],
            new("parsers", "a parser of the framework makes objects, and tier 0 has no heap",
                "Walk through a span of bytes, with IndexOf and Slice")),
    ];
}
