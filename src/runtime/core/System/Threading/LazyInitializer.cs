// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>Makes values when they are first asked for.</summary>
public static class LazyInitializer
{
    public static T EnsureInitialized<T>(ref T? target) where T : class =>
        EnsureInitialized(ref target, Activator.CreateInstance<T>);

    public static T EnsureInitialized<T>(ref T? target, Func<T> valueFactory)
        where T : class =>
        Volatile.Read(ref target) ?? Publish(ref target, valueFactory);

    public static T EnsureInitialized<T>(
        ref T target, ref bool initialized, ref object? syncLock) =>
        EnsureInitialized(ref target, ref initialized, ref syncLock,
            Activator.CreateInstance<T>);

    public static T EnsureInitialized<T>(
        ref T target, ref bool initialized, ref object? syncLock,
        Func<T> valueFactory)
    {
        object gate = LockOf(ref syncLock);
        if (Volatile.Read(ref initialized))
            return target!;
        lock (gate)
        {
            if (!Volatile.Read(ref initialized))
            {
                target = valueFactory();
                Volatile.Write(ref initialized, true);
            }
        }
        return target!;
    }

    public static T EnsureInitialized<T>(
        ref T? target, ref object? syncLock, Func<T> valueFactory)
        where T : class
    {
        object gate = LockOf(ref syncLock);
        if (Volatile.Read(ref target) is { } made)
            return made;
        lock (gate)
        {
            if (Volatile.Read(ref target) is null)
                Volatile.Write(ref target, Make(valueFactory));
        }
        return target!;
    }

    // Of several that were made at once the first one stays.
    private static T Publish<T>(ref T? target, Func<T> valueFactory) where T : class
    {
        T made = Make(valueFactory);
        return Interlocked.CompareExchange(ref target, made, null) ?? made;
    }

    private static T Make<T>(Func<T> valueFactory) where T : class => valueFactory()
        ?? throw new InvalidOperationException("ValueFactory returned null.");

    private static object LockOf(ref object? syncLock)
    {
        if (Volatile.Read(ref syncLock) is { } have)
            return have;
        object made = new();
        return Interlocked.CompareExchange(ref syncLock, made, null) ?? made;
    }
}
