// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Startup;

/// <summary>
/// Runs every static constructor of the program before its main method: the toolchain lists them,
/// see <c>program tables</c> in its sources.
/// </summary>
internal static unsafe class EagerConstructors
{
    internal static void Run()
    {
        nint* at = (nint*)Start();
        nint* end = (nint*)End();
        for (; at < end; at++)
            ClassConstruction.Ensure((StaticClassConstructionContext*)*at);
    }

    [RuntimeImport("bulkhead_constructors_start")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint Start();

    [RuntimeImport("bulkhead_constructors_end")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint End();
}
