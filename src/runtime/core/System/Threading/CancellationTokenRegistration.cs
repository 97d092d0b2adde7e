// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System.Threading;

/// <summary>A callback that a token has; disposed of, it is not called any more.</summary>
public readonly struct CancellationTokenRegistration
    : IEquatable<CancellationTokenRegistration>, IDisposable
{
    private readonly CallbackNode? _node;
    private readonly long _id;

    internal CancellationTokenRegistration(CallbackNode node, long id)
    {
        _node = node;
        _id = id;
    }

    public CancellationToken Token => _node is null ? default : new(_node.Source);

    /// <summary>Takes the callback back; while another thread runs it, waits for its end.</summary>
    public void Dispose()
    {
        if (_node is not null && !_node.Source.TryRemove(_node, _id))
            _node.Source.AwaitCallback(_node, _id);
    }

    /// <summary>Takes the callback back.</summary>
    /// <returns>False when it has begun to run, or is not there any more.</returns>
    public bool Unregister() => _node is not null && _node.Source.TryRemove(_node, _id);

    public bool Equals(CancellationTokenRegistration other) =>
        _node == other._node && _id == other._id;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is CancellationTokenRegistration other && Equals(other);

    public override int GetHashCode() =>
        _node is null ? _id.GetHashCode() : _node.GetHashCode() ^ _id.GetHashCode();

    public static bool operator ==(
        CancellationTokenRegistration left, CancellationTokenRegistration right) =>
        left.Equals(right);

    public static bool operator !=(
        CancellationTokenRegistration left, CancellationTokenRegistration right) =>
        !left.Equals(right);
}
