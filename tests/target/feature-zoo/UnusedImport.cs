// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.FeatureZoo;

/// <summary>An import that nothing calls: gates must see the declaration itself.</summary>
internal static class UnusedImport
{
    [RuntimeImport("zoo_unused_import")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Call();
}
