// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.DeviceTree;

/// <summary>Numbers of the flattened format (Devicetree Specification 0.4, chapter 5).</summary>
internal static class BlobFormat
{
    internal const uint Magic = 0xd00dfeed;
    internal const uint Version = 17;
    internal const uint CompatibleVersion = 16;
    internal const int HeaderSize = 40;
    internal const int ReservationEntrySize = 16;

    internal const uint BeginNode = 1;
    internal const uint EndNode = 2;
    internal const uint Property = 3;
    internal const uint Nop = 4;
    internal const uint End = 9;

    // Far deeper than any real tree; keeps hostile input from exhausting the stack.
    internal const int DepthMax = 64;
}
