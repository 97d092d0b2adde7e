// SPDX-License-Identifier: MIT
using Bulkhead.Threads;

namespace Bulkhead.Native.Tests.Threads;

/// <summary>The carrier of a body: the loop in threads.S. With a server thread in the place of a
/// body it is a client that calls it once.</summary>
internal sealed class ModelCarrier(LockModel model, ModelBody body) : ModelContext
{
    private bool _hasBegun;
    private bool _hasWaited;

    internal override void Run()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            model.Call(this, body, Verb.Start, 0);
            return;
        }
        if (_hasWaited)
        {
            _hasWaited = false;
            model.Call(this, body, Verb.Continue, Result);
            return;
        }
        switch ((BodyState)Result)
        {
            case BodyState.Parked:
                model.Call(this, body, Verb.Continue, 0);
                break;
            case BodyState.Waiting:
                _hasWaited = true;
                if (model.Take(body.Index)) Result = 0;
                else model.Wait(this, body.Index, Word);
                break;
            default:
                State = ContextState.Ended;
                break;
        }
    }
}
