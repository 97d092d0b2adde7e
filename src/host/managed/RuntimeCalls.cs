// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Host;

namespace Bulkhead.Native;

/// <summary>What the managed core library offers on the target, over the host's heap.</summary>
internal static class RuntimeCalls
{
    internal static nint ScopeEnter(nuint bytesMax) => MemorySeam.ScopeEnter((long)bytesMax);

    internal static void ScopeLeave(nint scope) => MemorySeam.ScopeLeave((int)scope);

    // Objects do not move into scopes here: none is known to lie in one.
    internal static int ScopeHolds(nint scope, object? value) => 0;

    internal static Exception RetainException(Exception exception) => exception;

    internal static nint ImmortalEnter() => MemorySeam.ImmortalEnter();

    internal static void ImmortalLeave(nint place) => MemorySeam.ImmortalLeave((int)place);

    // The host's collector needs no help.
    internal static nint EndPeriod(nint usedPercentMax) => 0;

    internal static nuint Figure(nint which) => (nuint)MemorySeam.Figure((int)which);
}
