// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Interrupts;

/// <summary>How many list registers the processor has.</summary>
internal static class ListRegisters
{
    private static uint s_count;
    private static ulong s_allFree;

    /// <summary>1 to 16.</summary>
    internal static uint Count => s_count;

    /// <summary>What the processor says when every one is free: a bit for each.</summary>
    internal static ulong AllFree => s_allFree;

    /// <summary>Asks the processor.</summary>
    internal static void Initialize()
    {
        s_count = (uint)(Native.ReadListFeatures() & 15) + 1;
        s_allFree = (1ul << (int)s_count) - 1;
    }
}
