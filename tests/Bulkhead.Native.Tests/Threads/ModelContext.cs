// SPDX-License-Identifier: MIT
namespace Bulkhead.Native.Tests.Threads;

/// <summary>What a context of the model is doing, as in the kernel.</summary>
internal enum ContextState
{
    Ready,
    Idle,
    Calling,
    Helping,
    Waiting,
    Ended,
}

/// <summary>A carrier or a body: what the model's kernel knows of it.</summary>
internal abstract class ModelContext
{
    internal ContextState State { get; set; } = ContextState.Ready;

    /// <summary>Whom it calls or helps.</summary>
    internal ModelBody? Partner { get; set; }

    /// <summary>Semaphore that it waits on.</summary>
    internal uint Semaphore { get; set; }

    /// <summary>When a wait or a call ends; all ones: never.</summary>
    internal ulong Deadline { get; set; } = ulong.MaxValue;

    /// <summary>What the last wait or call gave.</summary>
    internal ulong Result { get; set; }

    /// <summary>What the last reply said besides.</summary>
    internal ulong Word { get; set; }

    /// <summary>Goes on by one step.</summary>
    internal abstract void Run();

    /// <summary>A wait or call is over.</summary>
    internal void Resume(ulong result)
    {
        State = ContextState.Ready;
        Partner = null;
        Deadline = ulong.MaxValue;
        Result = result;
    }
}
