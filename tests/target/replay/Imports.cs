// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Replay;

/// <summary>Functions of follower.S.</summary>
internal static class Imports
{
    /// <summary>Follows the list; never comes back.</summary>
    [RuntimeImport("replay_begin")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Begin();
}
