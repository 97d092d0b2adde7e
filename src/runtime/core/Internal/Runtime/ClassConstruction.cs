// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Internal.Runtime;

/// <summary>Runs each static constructor once, in immortal memory.</summary>
/// <remarks>
/// A running constructor has bit 0 of its context set, so that its own uses of the type, and those
/// of what it calls, go on. A failed one has bit 1 set: each later use fails again. Addresses of
/// code are multiples of four.
/// </remarks>
internal static unsafe class ClassConstruction
{
    private const nint Running = 1;
    private const nint Failed = 2;

    private static nint _owner;
    private static int _depth;

    internal static void Ensure(StaticClassConstructionContext* context)
    {
        nint code = Volatile.Read(ref context->cctorMethodAddress);
        if (code != 0)
            EnsureSlowly(context, code);
    }

    private static void EnsureSlowly(StaticClassConstructionContext* context, nint code)
    {
        Enter();
        try
        {
            code = context->cctorMethodAddress;
            if ((code & Failed) != 0)
                throw new TypeInitializationException(null, null);
            if (code != 0 && (code & Running) == 0)
                Run(context, code);
        }
        finally
        {
            Leave();
        }
    }

    private static void Run(StaticClassConstructionContext* context, nint code)
    {
        context->cctorMethodAddress = code | Running;
        nint place = Heap.EnterImmortal();
        try
        {
            ((delegate*<void>)code)();
        }
        catch (Exception error)
        {
            context->cctorMethodAddress = code | Failed;
            throw new TypeInitializationException(null, error);
        }
        finally
        {
            Heap.LeaveImmortal(place);
        }
        // What the constructor wrote must be seen before the mark that it has run.
        Volatile.Write(ref context->cctorMethodAddress, 0);
    }

    // One thread at a time constructs: an order of locks by types could deadlock.
    private static void Enter()
    {
        nint self = (nint)ThreadRecord.Current;
        if (Volatile.Read(ref _owner) != self)
        {
            while (Interlocked.CompareExchange(ref _owner, self, 0) != 0)
                ThreadRecord.Yield();
        }
        _depth++;
    }

    private static void Leave()
    {
        if (--_depth == 0)
            Volatile.Write(ref _owner, 0);
    }
}
