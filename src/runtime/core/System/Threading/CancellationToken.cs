// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System.Threading;

/// <summary>Tells a callee that its caller does not want the result any more.</summary>
public readonly struct CancellationToken : IEquatable<CancellationToken>
{
    private readonly CancellationTokenSource? _source;

    public CancellationToken(bool canceled) =>
        _source = canceled ? CancellationTokenSource.Canceled : null;

    internal CancellationToken(CancellationTokenSource source) => _source = source;

    public static CancellationToken None => default;

    public bool IsCancellationRequested => _source is not null && _source.IsCancellationRequested;

    public bool CanBeCanceled => _source is not null;

    public WaitHandle WaitHandle =>
        (_source ?? CancellationTokenSource.NeverCanceled).WaitHandle;

    /// <summary>When <see cref="CancellationTokenSource.CancelAfter(int)"/> has it cancelled, in
    /// ticks of the counter; all ones: not by time.</summary>
    internal ulong Deadline => _source?.Deadline ?? ulong.MaxValue;

    internal CancellationTokenSource? Source => _source;

    /// <summary>Whether it is cancelled, or will be by the first who looks. Runs no
    /// callbacks.</summary>
    internal bool IsDue => _source is not null && _source.IsDue();

    public CancellationTokenRegistration Register(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Register(static action => ((Action)action!)(), callback);
    }

    public CancellationTokenRegistration Register(
        Action callback, bool useSynchronizationContext) => Register(callback);

    public CancellationTokenRegistration Register(Action<object?> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return _source?.Register(callback, state) ?? default;
    }

    public CancellationTokenRegistration Register(
        Action<object?, CancellationToken> callback, object? state)
    {
        ArgumentNullException.ThrowIfNull(callback);
        CancellationToken self = this;
        return Register(value => callback(value, self), state);
    }

    public CancellationTokenRegistration Register(
        Action<object?> callback, object? state, bool useSynchronizationContext) =>
        Register(callback, state);

    public CancellationTokenRegistration UnsafeRegister(
        Action<object?> callback, object? state) => Register(callback, state);

    public CancellationTokenRegistration UnsafeRegister(
        Action<object?, CancellationToken> callback, object? state) =>
        Register(callback, state);

    public void ThrowIfCancellationRequested()
    {
        if (IsCancellationRequested)
            throw new OperationCanceledException(this);
    }

    public bool Equals(CancellationToken other) => _source == other._source;

    public override bool Equals([NotNullWhen(true)] object? other) =>
        other is CancellationToken token && Equals(token);

    public override int GetHashCode() => _source is null ? 0 : _source.GetHashCode();

    public static bool operator ==(CancellationToken left, CancellationToken right) =>
        left.Equals(right);

    public static bool operator !=(CancellationToken left, CancellationToken right) =>
        !left.Equals(right);
}
