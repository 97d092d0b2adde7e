// SPDX-License-Identifier: MIT
using Bulkhead.Threads;

namespace Bulkhead.Native.Tests.Threads;

/// <summary>What a body, or a server thread, is called for.</summary>
internal enum Verb
{
    Start,
    Continue,
    Arrive,
}

/// <summary>A body: the program's code under test, on a thread of the host that runs when the model
/// lets it; and what threads.S does when it is called.</summary>
internal sealed class ModelBody : ModelContext
{
    [ThreadStatic]
    private static ModelBody? t_current;

    private readonly SemaphoreSlim _turn = new(0);
    private readonly Thread _thread;
    private Verb _verb;
    private ulong _argument;
    private bool _isCalled;
    private bool _isGiven;

    internal ModelBody(LockModel model, uint index, Action program)
    {
        Model = model;
        Index = index;
        State = ContextState.Idle;
        _thread = new Thread(() => Main(program), 256 << 10) { IsBackground = true };
    }

    internal static ModelBody Current => t_current!;

    internal static bool IsInside => t_current is not null;

    internal LockModel Model { get; }

    internal uint Index { get; }

    /// <summary>Whom its next reply goes to; nobody when he has given up.</summary>
    internal ModelContext? Caller { get; set; }

    private ref ThreadRow Row => ref Model.Rows[Index];

    /// <summary>Somebody has called it.</summary>
    internal void Enter(ModelContext caller, Verb verb, ulong argument)
    {
        Caller = caller;
        State = ContextState.Ready;
        (_verb, _argument, _isCalled) = (verb, argument, true);
    }

    internal override void Run()
    {
        if (!_isCalled) GiveTurn();
        else Dispatch();
    }

    /// <summary>Gives the turn back to the model, until it runs this body again.</summary>
    internal void AwaitTurn()
    {
        Model.TakeTurnBack();
        _turn.Wait();
        if (Model.IsStopped) throw new OperationCanceledException();
    }

    /// <summary>Replies; the caller goes on with a result.</summary>
    internal void Reply(ulong word, ulong more)
    {
        State = ContextState.Idle;
        ModelContext? caller = Caller;
        Caller = null;
        if (caller is null) return;
        caller.Resume(0);
        caller.Result = caller is ModelBody ? 0 : word;
        caller.Word = more;
    }

    /// <summary>Ends the thread of the host.</summary>
    internal void Stop()
    {
        if (!_isGiven) return;
        _turn.Release();
        _thread.Join();
    }

    // bulkhead_body_entry.
    private void Dispatch()
    {
        _isCalled = false;
        bool isServer = Index >= ThreadRow.OwnServer;
        if (_verb == Verb.Arrive && (isServer || !IsParkedWith(_argument)))
        {
            Reply(0, 0);
            return;
        }
        if (_verb == Verb.Continue && Row.State == BodyState.Idle)
        {
            Reply(0, 0);
            return;
        }
        if (_verb == Verb.Arrive && Row.State == BodyState.Waiting) Model.Up(Index);
        if (!isServer)
        {
            Row.State = _verb == Verb.Arrive ? BodyState.Borrowed : BodyState.Running;
        }
        Result = _verb == Verb.Continue ? _argument : 0;
        if (!_isGiven) _thread.Start();
        _isGiven = true;
    }

    private bool IsParkedWith(ulong address) =>
        Row.State is BodyState.Parked or BodyState.Waiting
        && (Model.Words[address - 1] & LockWord.OwnerMask) == Index + 1;

    private void GiveTurn()
    {
        _turn.Release();
        Model.AwaitTurn();
    }

    private void Main(Action program)
    {
        t_current = this;
        _turn.Wait();
        try
        {
            if (!Model.IsStopped) program();
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception error)
        {
            Model.Fail(error.ToString());
        }
        Row.State = BodyState.Idle;
        _isGiven = false;
        Reply(0, 0);
        Model.TakeTurnBack();
    }
}
