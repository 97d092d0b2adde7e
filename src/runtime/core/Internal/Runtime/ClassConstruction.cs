// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime.Threading;

namespace Internal.Runtime;

/// <summary>Runs each static constructor once, in immortal memory.</summary>
/// <remarks>
/// A context holds the constructor's address, with bit 0 when it has failed: each later use fails
/// again. While it runs the context is a lock: bit 63, the address from bit 16 on, and below it the
/// number of the thread that runs it. That thread's own uses of the type, and those of what the
/// constructor calls, go on; other threads wait, unless the one that they wait for waits for them:
/// then they see the type as it is, as in the framework. Addresses of code are multiples of four,
/// below 2^32; bit 1 marks one that has a generic argument beside it.
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

    private static void EnsureSlowly(StaticClassConstructionContext* context, nint code)
    {
        int own = ThreadRecord.CurrentNumber;
        do
        {
            if (code < 0)
            {
                if ((ushort)code == own
                    || !ThreadHooks.AwaitOwner(ref *(ulong*)context, Running))
                    return;
            }
            else if ((code & Failed) != 0)
            {
                throw new TypeInitializationException(null, null);
            }
            else if (Interlocked.CompareExchange(ref context->cctorMethodAddress,
                (nint)(Running | ((ulong)code << CodeShift) | (uint)own), code) == code)
            {
                Run(context, code);
                return;
            }
            code = Volatile.Read(ref context->cctorMethodAddress);
        }
        while (code != 0);
    }

    private static void Run(StaticClassConstructionContext* context, nint code)
    {
        nint after = code | Failed;
        nint place = Heap.EnterImmortal();
        try
        {
            ((delegate*<void>)code)();
            after = 0;
        }
        catch (Exception error)
        {
            throw new TypeInitializationException(null, error);
        }
        finally
        {
            Heap.LeaveImmortal(place);
            // What the constructor wrote must be seen before the mark that it has run.
            Volatile.Write(ref context->cctorMethodAddress, after);
            ThreadHooks.NoteRelease();
        }
    }
}
