// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Startup;

/// <summary>
/// Runs the program's static initialisers before its main method: the toolchain lists the contexts
/// of types without an explicit static constructor. One that fails throws where its type is used.
/// </summary>
internal static unsafe class EagerConstructors
{
    internal static void Run()
    {
        uint* end = End();
        for (uint* at = Start(); at < end; at++)
            ClassConstruction.Try((StaticClassConstructionContext*)(nuint)(*at));
    }

    [RuntimeImport("bulkhead_constructors_start")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint* Start();

    [RuntimeImport("bulkhead_constructors_end")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint* End();
}
