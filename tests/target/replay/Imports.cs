// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Replay;

/// <summary>Functions of follower.S.</summary>
internal static class Imports
{
    /// <summary>Maps the region and follows the list in it; comes back only if the memory cannot be
    /// mapped.</summary>
    /// <param name="memory">The root's selector of the memory that the region is in.</param>
    [RuntimeImport("replay_begin")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Begin(uint memory);
}
