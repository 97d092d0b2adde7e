// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Exceptions;

/// <summary>Calls of handlers, in exceptions.S: they run with another frame's registers.</summary>
internal static unsafe class HandlerCalls
{
    /// <summary>Whether an address lies in the code that calls handlers.</summary>
    internal static bool Contains(nuint address) =>
        address >= (nuint)First() && address < (nuint)Last();

    /// <summary>Runs a catch handler and goes on where it says.</summary>
    [RuntimeImport("bulkhead_call_catch")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Catch(nint exception, nuint handler, RegisterSet* frame);

    /// <summary>Runs a finally handler.</summary>
    [RuntimeImport("bulkhead_call_finally")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Finally(nint none, nuint handler, RegisterSet* frame);

    /// <summary>Runs a filter.</summary>
    /// <returns>0: the exception passes.</returns>
    [RuntimeImport("bulkhead_call_filter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern nint Filter(nint exception, nuint filter, RegisterSet* frame);

    [RuntimeImport("bulkhead_handler_calls_first")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint First();

    [RuntimeImport("bulkhead_handler_calls_last")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint Last();
}
