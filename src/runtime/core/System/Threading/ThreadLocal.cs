// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using Internal.Runtime;

namespace System.Threading;

/// <summary>A variable that each thread has for itself.</summary>
public class ThreadLocal<T> : IDisposable
{
    private readonly Func<T>? _factory;
    private readonly bool _tracksAll;
    private readonly object _gate = new();
    private Place? _places;
    private bool _isDisposed;

    /// <summary>A thread's value; places of threads that have ended are kept, as the framework
    /// keeps them for <see cref="Values"/>.</summary>
    private sealed class Place(int thread, Place? next)
    {
        internal readonly int Thread = thread;
        internal readonly Place? Next = next;
        internal T? Value;
        internal bool IsMaking;
        internal bool HasValue;
    }

    public ThreadLocal()
        : this(null, false)
    {
    }

    public ThreadLocal(bool trackAllValues)
        : this(null, trackAllValues)
    {
    }

    public ThreadLocal(Func<T> valueFactory)
        : this(valueFactory, false) => ArgumentNullException.ThrowIfNull(valueFactory);

    public ThreadLocal(Func<T>? valueFactory, bool trackAllValues)
    {
        _factory = valueFactory;
        _tracksAll = trackAllValues;
    }

    public T Value
    {
        get
        {
            Place place = Own();
            return place.HasValue ? place.Value! : Make(place);
        }

        set
        {
            Place place = Own();
            place.Value = value;
            place.HasValue = true;
        }
    }

    public bool IsValueCreated
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return Find() is { HasValue: true };
        }
    }

    /// <summary>Values of all threads that have one.</summary>
    public IList<T> Values
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            if (!_tracksAll)
                throw new InvalidOperationException("The ThreadLocal object is not tracking "
                    + "values. To use the Values property, use a ThreadLocal constructor that "
                    + "accepts the trackAllValues parameter and set the parameter to true.");
            List<T> values = [];
            for (Place? at = Volatile.Read(ref _places); at is not null; at = at.Next)
            {
                if (at.HasValue)
                    values.Add(at.Value!);
            }
            return values;
        }
    }

    public override string? ToString() => Value!.ToString();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _isDisposed = true;
        _places = null;
    }

    private T Make(Place place)
    {
        if (place.IsMaking)
            throw new InvalidOperationException(
                "ValueFactory attempted to access the Value property of this instance.");
        place.IsMaking = true;
        try
        {
            T made = _factory is null ? default! : _factory();
            place.Value = made;
            place.HasValue = true;
            return made;
        }
        finally
        {
            place.IsMaking = false;
        }
    }

    private Place? Find()
    {
        int self = Environment.CurrentManagedThreadId;
        Place? at = Volatile.Read(ref _places);
        while (at is not null && at.Thread != self)
            at = at.Next;
        return at;
    }

    // A place stays as long as the variable does, whatever scope the thread is in.
    private Place Own()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (Find() is { } have)
            return have;
        lock (_gate)
        {
            nint scope = Heap.IsInScope(this) ? -1 : Heap.EnterImmortal();
            Place made = new(Environment.CurrentManagedThreadId, _places);
            if (scope >= 0)
                Heap.LeaveImmortal(scope);
            Volatile.Write(ref _places, made);
            return made;
        }
    }
}
