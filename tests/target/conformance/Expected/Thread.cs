// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_thread =
    [
        // thread.runs
        "42",
        // thread.argument
        "argument",
        // thread.without-argument
        "null",
        // thread.argument-not-taken
        "InvalidOperationException: The thread was created with a Thr"
            + "eadStart delegate that does not accept a parameter.",
        // thread.name
        "one",
        // thread.no-name
        "(null)",
        // thread.null-start
        "ArgumentNullException: Value cannot be null. (Parameter 'sta"
            + "rt')",
        // thread.current-is-itself
        "True",
        // thread.ids-differ
        "True",
        // thread.id-of-unstarted
        "True",
        // thread.alive
        "False True False",
        // thread.states
        "Unstarted WaitSleepJoin Stopped",
        // thread.background
        "True Background, Unstarted",
        // thread.twice
        "ThreadStateException: Thread is running or terminated; it ca"
            + "nnot restart.",
        // thread.join-unstarted
        "ThreadStateException: Thread has not been started.",
        // thread.join-times-out
        "False True True",
        // thread.join-span
        "True",
        // thread.join-negative
        "ArgumentOutOfRangeException: Number must be either non-negat"
            + "ive and less than or equal to Int32.MaxValue or -1. (Paramet"
            + "er 'millisecondsTimeout')",
        // thread.sleep-negative
        "ArgumentOutOfRangeException: millisecondsTimeout ('-2') must"
            + " be greater than or equal to '-1'. (Parameter 'millisecondsT"
            + "imeout')\u000aActual value was -2.",
        // thread.sleep-passes
        "True",
        // thread.statics-are-its-own
        "1 0",
        // thread.statics-are-new
        "0 0 0 ",
        // thread.catches-its-own
        "FormatException: inside",
        // thread.interlocked
        "2000",
        // thread.starts-another
        "inner outer",
        // thread.one-after-the-other
        "20",
        // thread.priority
        "Normal",
    ];
}
