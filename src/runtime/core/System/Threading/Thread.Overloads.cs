// SPDX-License-Identifier: MIT
using Internal.Runtime.Threading;

namespace System.Threading;

// What the framework's forms of starting, joining and sleeping come down to; tests on the host have
// other threads behind it.
public sealed partial class Thread
{
    /// <summary>Starts it: on the declared thread of its name, or, without a name, on the first
    /// one of the partition's processor that is free.</summary>
    /// <exception cref="InvalidOperationException">No declared thread is free.</exception>
    /// <exception cref="ThreadStateException">It was started before.</exception>
    public void Start() => StartWith(null);

    /// <summary>Starts it with an argument.</summary>
    public void Start(object? parameter)
    {
        if (_start is ThreadStart)
            throw new InvalidOperationException("The thread was created with a ThreadStart "
                + "delegate that does not accept a parameter.");
        StartWith(parameter);
    }

    public void UnsafeStart() => Start();

    public void UnsafeStart(object? parameter) => Start(parameter);

    public void Join() => Join(Deadline.Never);

    public bool Join(int millisecondsTimeout)
    {
        if (millisecondsTimeout < -1)
            throw new ArgumentOutOfRangeException(nameof(millisecondsTimeout),
                "Number must be either non-negative and less than or equal to Int32.MaxValue or "
                    + "-1.");
        return Join(Deadline.After(millisecondsTimeout));
    }

    public bool Join(TimeSpan timeout) => Join(Deadline.After(timeout));

    public static void Sleep(int millisecondsTimeout) =>
        Sleep(Deadline.After(millisecondsTimeout));

    /// <summary>Sleeps, also for less than a millisecond.</summary>
    public static void Sleep(TimeSpan timeout) => Sleep(Deadline.After(timeout));
}
