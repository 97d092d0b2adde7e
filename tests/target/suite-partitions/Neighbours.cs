// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Suite.Partitions;

/// <summary>Portals of the client, in the order of its channels in the description.</summary>
internal static class Neighbours
{
    // A partition's portal channels end at the first free selector (NativeLayout of the manager).
    private const uint First = Selectors.Free - 16;

    /// <summary>The server.</summary>
    internal const uint Server = First;

    /// <summary>The partition whose server thread fails when it is called.</summary>
    internal const uint Failing = First + 1;

    /// <summary>Number of portal channels.</summary>
    internal const uint Count = 2;
}
