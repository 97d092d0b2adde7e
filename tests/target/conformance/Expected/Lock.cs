// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_lock =
    [
        // lock.excludes
        "2000",
        // lock.is-free-after-exception
        "InvalidOperationException: inside False True",
        // lock.again
        "True",
        // monitor.exit-not-entered
        "SynchronizationLockException: Object synchronization method "
            + "was called from an unsynchronized block of code.",
        // monitor.exit-of-another
        "SynchronizationLockException: Object synchronization method "
            + "was called from an unsynchronized block of code.",
        // monitor.null
        "ArgumentNullException: Value cannot be null.",
        // monitor.taken-twice
        "ArgumentException: Argument must be initialized to false (Pa"
            + "rameter 'lockTaken')",
        // monitor.try-held
        "False False False",
        // monitor.try-becomes-free
        "True",
        // monitor.try-negative
        "ArgumentOutOfRangeException:  ('-2') must be greater than or"
            + " equal to '-1'.\u000aActual value was -2.",
        // monitor.wait-pulse
        "pulse, still inside, woken",
        // monitor.wait-times-out
        "False True",
        // monitor.wait-not-entered
        "SynchronizationLockException: Object synchronization method "
            + "was called from an unsynchronized block of code.",
        // monitor.pulse-not-entered
        "SynchronizationLockException: Object synchronization method "
            + "was called from an unsynchronized block of code.",
        // monitor.pulse-nobody
        "False",
        // monitor.wait-deep
        "True False",
        // monitor.pulse-all
        "2",
        // monitor.ping-pong
        "010101",
        // lock-class.excludes
        "2000",
        // lock-class.held
        "True False",
        // lock-class.exit-not-entered
        "SynchronizationLockException: The calling thread does not ho"
            + "ld the lock.",
        // lock-class.try-times-out
        "False",
        // lock-class.try-negative
        "ArgumentOutOfRangeException: millisecondsTimeout ('-2') must"
            + " be greater than or equal to '-1'. (Parameter 'millisecondsT"
            + "imeout')\u000aActual value was -2.",
    ];
}
