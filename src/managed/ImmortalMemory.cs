// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Native;

/// <summary>
/// Lets code inside a scope make objects that stay for ever, such as an entry of a table that is
/// filled over time.
/// </summary>
public readonly ref struct ImmortalMemory
{
    private readonly nint _place;

    private ImmortalMemory(nint place) => _place = place;

    /// <summary>Begins to allocate for ever.</summary>
    /// <returns>To be disposed of by the same thread.</returns>
    public static ImmortalMemory Enter() => new(RuntimeCalls.ImmortalEnter());

    /// <summary>
    /// Makes an exception stay. One that has left its scope lies in a place that goes back when no
    /// variable leads to it any more: to store it in a static field, or in an object that outlives
    /// the scope that the thread is in, keep it first.
    /// </summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="exception">What this thread caught. One that still lies in a scope goes with
    /// the scope all the same.</param>
    /// <returns>It, or a copy in immortal memory.</returns>
    /// <exception cref="OutOfMemoryException">There is no immortal memory left.</exception>
    public static T Keep<T>(T exception) where T : Exception =>
        (T)RuntimeCalls.RetainException(exception);

    /// <summary>Goes back to the scope.</summary>
    public void Dispose() => RuntimeCalls.ImmortalLeave(_place);
}
