// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Canary;

/// <summary>Functions of canary.S.</summary>
internal static class Imports
{
    [RuntimeImport("canary_wait")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Wait(ulong semaphore, ulong deadline, ulong seed);
}
