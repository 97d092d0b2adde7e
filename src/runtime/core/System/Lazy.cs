// SPDX-License-Identifier: MIT
using System.Threading;

namespace System;

/// <summary>A value that is made when it is first asked for.</summary>
public class Lazy<T>
{
    private readonly Func<T>? _factory;
    private readonly LazyThreadSafetyMode _mode;
    private readonly bool _keepsFailure;
    private Exception? _failure;
    private T? _value;
    private bool _isMaking;
    private bool _isValueCreated;

    public Lazy()
        : this(null, LazyThreadSafetyMode.ExecutionAndPublication, false)
    {
    }

    public Lazy(bool isThreadSafe)
        : this(null, ModeOf(isThreadSafe), false)
    {
    }

    public Lazy(LazyThreadSafetyMode mode)
        : this(null, mode, false)
    {
    }

    public Lazy(T value)
        : this(null, LazyThreadSafetyMode.None, false)
    {
        _value = value;
        _isValueCreated = true;
    }

    public Lazy(Func<T> valueFactory)
        : this(valueFactory, LazyThreadSafetyMode.ExecutionAndPublication)
    {
    }

    public Lazy(Func<T> valueFactory, bool isThreadSafe)
        : this(valueFactory, ModeOf(isThreadSafe))
    {
    }

    public Lazy(Func<T> valueFactory, LazyThreadSafetyMode mode)
        : this(valueFactory, mode, mode != LazyThreadSafetyMode.PublicationOnly) =>
        ArgumentNullException.ThrowIfNull(valueFactory);

    private Lazy(Func<T>? factory, LazyThreadSafetyMode mode, bool keepsFailure)
    {
        if (mode is < LazyThreadSafetyMode.None or > LazyThreadSafetyMode.ExecutionAndPublication)
            throw new ArgumentOutOfRangeException(nameof(mode),
                "The mode argument specifies an invalid value.");
        _factory = factory;
        _mode = mode;
        _keepsFailure = keepsFailure;
    }

    public bool IsValueCreated => Volatile.Read(ref _isValueCreated);

    public T Value => IsValueCreated ? _value! : Make();

    public override string? ToString() =>
        IsValueCreated ? Value!.ToString() : "Value is not created.";

    private static LazyThreadSafetyMode ModeOf(bool isThreadSafe) => isThreadSafe
        ? LazyThreadSafetyMode.ExecutionAndPublication : LazyThreadSafetyMode.None;

    private T Make()
    {
        if (_mode == LazyThreadSafetyMode.None)
            return MakeOnce();
        if (_mode == LazyThreadSafetyMode.PublicationOnly)
            return Publish();
        lock (this)
            return IsValueCreated ? _value! : MakeOnce();
    }

    private T MakeOnce()
    {
        if (_failure is { } failure)
            throw failure;
        if (_isMaking)
            throw new InvalidOperationException(
                "ValueFactory attempted to access the Value property of this instance.");
        _isMaking = true;
        try
        {
            _value = New();
            Volatile.Write(ref _isValueCreated, true);
            return _value;
        }
        catch (Exception error) when (_keepsFailure)
        {
            _failure = error;
            throw;
        }
        finally
        {
            _isMaking = false;
        }
    }

    // Of several that were made at once the first one stays.
    private T Publish()
    {
        T made = New();
        lock (this)
        {
            if (!_isValueCreated)
            {
                _value = made;
                Volatile.Write(ref _isValueCreated, true);
            }
            return _value!;
        }
    }

    private T New() => _factory is null ? Activator.CreateInstance<T>() : _factory();
}
