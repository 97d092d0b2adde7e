// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>
/// Memory for the objects of one period or request: what is made inside is gone, all at once and in
/// a time that depends on its size alone, when the scope ends. Belongs to the thread that enters
/// it.
/// </summary>
/// <remarks>
/// A reference to an object of a scope cannot be stored in an object or static field that outlives
/// the scope: such a store fails with an <c>AssignmentException</c>. An exception that leaves a
/// scope
/// keeps its type, message, inner exceptions and trace.
/// </remarks>
public readonly ref struct Scope
{
    private readonly nint _handle;

    private Scope(nint handle) => _handle = handle;

    /// <summary>Begins a scope inside the one that the thread is in.</summary>
    /// <param name="bytesMax">Most bytes that may be made in it; 0: all that the thread has left
    /// for
    /// scopes.</param>
    /// <returns>The scope: <c>using Scope scope = Scope.Enter();</c></returns>
    /// <exception cref="System.OutOfMemoryException">The thread has less left.</exception>
    public static Scope Enter(int bytesMax = 0) =>
        new(RuntimeCalls.ScopeEnter(bytesMax < 0 ? 0 : (nuint)bytesMax));

    /// <summary>Vouches for a value that is to be there after the scope.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The same.</returns>
    /// <exception cref="AssignmentException">It lies in the scope.</exception>
    public T Keep<T>(T value) where T : class? =>
        RuntimeCalls.ScopeHolds(_handle, value) == 0 ? value : throw new AssignmentException();

    /// <summary>Ends the scope. The scopes inside it must have ended.</summary>
    /// <exception cref="System.InvalidOperationException">One of them has not.</exception>
    public void Dispose() => RuntimeCalls.ScopeLeave(_handle);
}
