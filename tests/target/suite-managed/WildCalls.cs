// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Managed;

/// <summary>Calls of what is no code, in calls.S.</summary>
internal static class WildCalls
{
    /// <summary>Calls the function at address 0.</summary>
    [RuntimeImport("suite_call_nothing")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Nothing();

    /// <summary>Calls data that looks like a function.</summary>
    [RuntimeImport("suite_call_data")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Data();
}
