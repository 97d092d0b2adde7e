// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime.Threading;

namespace Internal.Runtime;

/// <summary>Runs each static constructor once, in immortal memory.</summary>
/// <remarks>
/// While a constructor runs, the high 16 bits of its context are the number of the thread that runs
/// it: that thread's own uses of the type, and those of what the constructor calls, go on; other
/// threads wait, unless the one that they wait for waits for them: then they see the type as it is,
/// as in the framework. A failed constructor has bit 1 set: each later use fails again. Addresses
/// of code are multiples of four, below 2^48.
/// </remarks>
internal static unsafe class ClassConstruction
{
    private const nint Failed = 2;
    private const int OwnerShift = 48;

    internal static void Ensure(StaticClassConstructionContext* context)
    {
        nint code = Volatile.Read(ref context->cctorMethodAddress);
        if (code != 0)
            EnsureSlowly(context, code);
    }

    private static void EnsureSlowly(StaticClassConstructionContext* context, nint code)
    {
        nint self = ThreadRecord.Current->Number << OwnerShift;
        while (code != 0 && code >> OwnerShift != self >> OwnerShift)
        {
            if ((code & Failed) != 0)
                throw new TypeInitializationException(null, null);
            if (code >> OwnerShift != 0)
            {
                if (!ThreadHooks.AwaitOwner((ushort*)context + 3))
                    return;
            }
            else if (Interlocked.CompareExchange(
                ref context->cctorMethodAddress, code | self, code) == code)
            {
                Run(context, code);
                return;
            }
            code = Volatile.Read(ref context->cctorMethodAddress);
        }
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
