// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Native;

/// <summary>What the managed core library offers besides the framework's types.</summary>
internal static class RuntimeCalls
{
    [RuntimeImport("bulkhead_scope_enter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern nint ScopeEnter(nuint bytesMax);

    [RuntimeImport("bulkhead_scope_leave")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void ScopeLeave(nint scope);

    [RuntimeImport("bulkhead_scope_holds")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern int ScopeHolds(nint scope, object? value);

    [RuntimeImport("bulkhead_retain_exception")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern Exception RetainException(Exception exception);

    [RuntimeImport("bulkhead_immortal_enter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern nint ImmortalEnter();

    [RuntimeImport("bulkhead_immortal_leave")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void ImmortalLeave(nint place);

    [RuntimeImport("bulkhead_end_period")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern nint EndPeriod(nint usedPercentMax);

    [RuntimeImport("bulkhead_memory_figure")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern nuint Figure(nint which);
}
