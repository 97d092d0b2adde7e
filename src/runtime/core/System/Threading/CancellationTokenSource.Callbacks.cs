// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using Internal.Runtime;

namespace System.Threading;

public partial class CancellationTokenSource
{
    private CancellationTokenRegistration[] _links = [];

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token) =>
        CreateLinkedTokenSource([token]);

    public static CancellationTokenSource CreateLinkedTokenSource(
        CancellationToken token1, CancellationToken token2) =>
        CreateLinkedTokenSource([token1, token2]);

    public static CancellationTokenSource CreateLinkedTokenSource(
        params CancellationToken[] tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (tokens.Length == 0)
            throw new ArgumentException("No tokens were supplied.");
        return CreateLinkedTokenSource((ReadOnlySpan<CancellationToken>)tokens);
    }

    public static CancellationTokenSource CreateLinkedTokenSource(
        params ReadOnlySpan<CancellationToken> tokens)
    {
        CancellationTokenSource linked = new();
        List<CancellationTokenSource> parents = [];
        List<CancellationTokenRegistration> links = [];
        foreach (CancellationToken token in tokens)
        {
            if (!token.CanBeCanceled)
                continue;
            parents.Add(token.Source!);
            links.Add(token.UnsafeRegister(
                static child => ((CancellationTokenSource)child!).CancelFromParent(), linked));
        }
        linked._parents = parents.ToArray();
        linked._links = links.ToArray();
        return linked;
    }

    private void CancelFromParent()
    {
        if (!_isDisposed)
            Cancel();
    }

    /// <summary>Adds a callback, or runs it now when it is too late.</summary>
    internal CancellationTokenRegistration Register(Action<object?> callback, object? state)
    {
        if (!IsCancellationRequested)
        {
            lock (_gate)
            {
                // Whoever cancels takes the list under this lock.
                if (Volatile.Read(ref _state) == NotCanceled)
                {
                    if (_isDisposed)
                        return default;
                    CallbackNode node = TakeNode(callback, state);
                    return new CancellationTokenRegistration(node, node.Id);
                }
            }
        }
        callback(state);
        return default;
    }

    /// <summary>Takes a callback out before it runs.</summary>
    internal bool TryRemove(CallbackNode node, long id)
    {
        lock (_gate)
        {
            if (node.Id != id)
                return false;
            Free(node);
            return true;
        }
    }

    /// <summary>Waits while another thread runs a callback.</summary>
    internal void AwaitCallback(CallbackNode node, long id)
    {
        lock (_gate)
        {
            while (_runningId == id && _runningThread != Environment.CurrentManagedThreadId)
                Monitor.Wait(_gate);
        }
    }

    // Newest first, as the framework has it.
    private void RunCallbacks(bool throwOnFirstException)
    {
        List<Exception>? failures = null;
        try
        {
            while (TryTakeNewest(out Action<object?> callback, out object? state))
            {
                try
                {
                    callback(state);
                }
                catch (Exception error) when (!throwOnFirstException)
                {
                    (failures ??= []).Add(error);
                }
            }
        }
        finally
        {
            lock (_gate)
            {
                _runningId = 0;
                Volatile.Write(ref _state, Done);
                Monitor.PulseAll(_gate);
            }
        }
        if (failures is not null)
            throw new AggregateException(failures);
    }

    private bool TryTakeNewest(out Action<object?> callback, out object? state)
    {
        lock (_gate)
        {
            _runningThread = Environment.CurrentManagedThreadId;
            CallbackNode? node = _newest;
            _runningId = node is null ? 0 : node.Id;
            Monitor.PulseAll(_gate);
            callback = node?.Callback!;
            state = node?.State;
            if (node is not null)
                Free(node);
            return node is not null;
        }
    }

    private CallbackNode TakeNode(Action<object?> callback, object? state)
    {
        CallbackNode node = _free ?? MakeNode();
        node.Callback = callback;
        node.State = state;
        node.Id = ++_lastId;
        _free = node == _free ? node.Next : _free;
        node.Previous = null;
        node.Next = _newest;
        if (_newest is not null)
            _newest.Previous = node;
        _newest = node;
        return node;
    }

    // Places are used again: a source that stays has places that stay.
    private CallbackNode MakeNode()
    {
        if (Heap.IsInScope(this))
            return new CallbackNode(this);
        nint place = Heap.EnterImmortal();
        CallbackNode node = new(this);
        Heap.LeaveImmortal(place);
        return node;
    }

    private void Free(CallbackNode node)
    {
        if (node.Previous is null)
            _newest = node.Next;
        else
            node.Previous.Next = node.Next;
        if (node.Next is not null)
            node.Next.Previous = node.Previous;
        node.Callback = null;
        node.State = null;
        node.Id = 0;
        node.Previous = null;
        node.Next = _free;
        _free = node;
    }
}
