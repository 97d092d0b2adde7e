// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_event =
    [
        // event.manual-stays
        "False True True True False",
        // event.automatic-once
        "True False True True",
        // event.wakes
        "True",
        // event.there-and-back
        "10",
        // event.any
        "1 True",
        // event.any-takes-the-first
        "0 1 258",
        // event.all
        "False True False",
        // event.any-of-none
        "ArgumentException: Waithandle array may not be empty. (Param"
            + "eter 'waitHandles')",
        // event.disposed
        "ObjectDisposedException: Cannot access a disposed object.\u000a"
            + "Object name: 'Microsoft.Win32.SafeHandles.SafeWaitHandle'.",
        // event.negative
        "ArgumentOutOfRangeException: millisecondsTimeout ('-2') must"
            + " be greater than or equal to '-1'. (Parameter 'millisecondsT"
            + "imeout')\u000aActual value was -2.",
        // event.mode
        "True False",
        // slim.states
        "False True False False",
        // slim.lets-all-through
        "2",
        // slim.handle
        "True False",
        // slim.disposed
        "ObjectDisposedException: Cannot access a disposed object.\u000a"
            + "Object name: 'System.Threading.ManualResetEventSlim'.",
        // semaphore.counts
        "True True False 0 0 2",
        // semaphore.full
        "SemaphoreFullException: Adding the specified count to the se"
            + "maphore would cause it to exceed its maximum count.",
        // semaphore.release-nothing
        "ArgumentOutOfRangeException: The releaseCount argument must "
            + "be greater than zero. (Parameter 'releaseCount')\u000aActual"
            + " value was 0.",
        // semaphore.bad-count
        "ArgumentOutOfRangeException: The initialCount argument must "
            + "be non-negative and less than or equal to the maximumCount. "
            + "(Parameter 'initialCount')\u000aActual value was 2.",
        // semaphore.bad-maximum
        "ArgumentOutOfRangeException: The maximumCount argument must "
            + "be a positive number. If a maximum is not required, use the "
            + "constructor without a maxCount parameter. (Parameter 'maxCou"
            + "nt')\u000aActual value was 0.",
        // semaphore.wakes
        "2 0",
        // semaphore.two-at-a-time
        "1 1",
        // countdown.ends
        "True 0 2",
        // countdown.too-often
        "True InvalidOperationException: Invalid attempt made to decr"
            + "ement the event's count below zero.",
        // countdown.adds
        "3 True False",
        // countdown.times-out
        "False True",
        // barrier.phases
        "0 1 2 3",
        // barrier.failing-action
        "BarrierPostPhaseException: The postPhaseAction failed with a"
            + "n exception.",
        // barrier.members
        "2 2 1",
        // barrier.times-out
        "False 2",
    ];
}
