// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime.Threading;

namespace Internal.Runtime;

/// <summary>Runs each static constructor once, in immortal memory.</summary>
/// <remarks>
/// A context holds the constructor's address; once it has failed, the address of the exception that
/// each later use throws, with bit 0 set. While it runs the context is a lock: bit 63, the address
/// from bit 16 on, and below it the number of the thread that runs it. That thread's own uses of
/// the type, and those of what the constructor calls, go on; other threads wait, unless the one
/// that they wait for waits for them: then they see the type as it is, as in the framework.
/// Addresses of code are multiples of four, below 2^32; bit 1 marks one that has a generic argument
/// beside it.
/// </remarks>
internal static unsafe class ClassConstruction
{
    private const nint Failed = 1;
    private const ulong Running = 1ul << 63;
    private const int CodeShift = 16;

    internal static void Ensure(StaticClassConstructionContext* context)
    {
        nint code = Volatile.Read(ref context->cctorMethodAddress);
        if (code != 0)
            EnsureSlowly(context, code);
    }

    /// <summary>Runs a constructor that nobody has begun; a failure is kept for the type's uses.
    /// </summary>
    internal static void Try(StaticClassConstructionContext* context)
    {
        nint code = Volatile.Read(ref context->cctorMethodAddress);
        if (code > 0 && (code & Failed) == 0)
            Run(context, code);
    }

    private static void EnsureSlowly(StaticClassConstructionContext* context, nint code)
    {
        do
        {
            if (code < 0)
            {
                if ((ushort)code == ThreadRecord.CurrentNumber
                    || !ThreadHooks.AwaitOwner(ref *(ulong*)context, Running))
                    return;
            }
            else if ((code & Failed) != 0)
            {
                code -= Failed;
                throw Unsafe.As<nint, Exception>(ref code);
            }
            else
            {
                Run(context, code);
            }
            code = Volatile.Read(ref context->cctorMethodAddress);
        }
        while (code != 0);
    }

    // Does nothing when another thread has begun in the meantime.
    private static void Run(StaticClassConstructionContext* context, nint code)
    {
        nint held = (nint)(Running | ((ulong)code << CodeShift)
            | (uint)ThreadRecord.CurrentNumber);
        if (Interlocked.CompareExchange(ref context->cctorMethodAddress, held, code) != code)
            return;
        nint after = 0;
        nint place = Heap.EnterImmortal();
        try
        {
            try
            {
                ((delegate*<void>)code)();
            }
            catch (Exception error)
            {
                throw ConstructionFailure.Of(code, error);
            }
        }
        catch (Exception kept)
        {
            // When there was no memory for the failure: the exception that says so.
            after = RuntimeHelpers.AddressOf(kept) | Failed;
        }
        Heap.LeaveImmortal(place);
        // What the constructor wrote must be seen before the mark that it has run.
        Volatile.Write(ref context->cctorMethodAddress, after);
        ThreadHooks.NoteRelease();
    }
}
