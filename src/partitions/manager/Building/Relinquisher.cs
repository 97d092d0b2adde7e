// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Gives up what the manager does not need any more. It keeps no mapping but its own program: the
/// image goes away here, the partitions' memory was mapped only while it was filled. Memory that
/// nobody uses is given back for good. The capabilities that partitions live on stay: they are the
/// roots of the derivation tree, and dropping one would revoke what was derived from it.
/// </summary>
public static class Relinquisher
{
    /// <summary>Gives it up. The image must not be read afterwards.</summary>
    /// <param name="view">The image.</param>
    /// <param name="address">Where it is mapped.</param>
    public static void Relinquish(in ImageView view, ulong address)
    {
        uint stacks = ServerStacks.FindManagers(in view);
        for (uint memory = 1; memory < view.Header.Memory.Count; memory++)
        {
            if (memory == stacks || IsUsed(in view, memory)) continue;
            SystemKernel.Discard(Selectors.BootSegments + memory);
        }
        ulong bytes = (view.Length + Limits.PageBytes - 1) & ~(Limits.PageBytes - 1);
        SystemKernel.Unmap(Selectors.OwnDomain, address, bytes);
    }

    private static bool IsUsed(in ImageView view, uint memory)
    {
        for (uint index = 0; index < view.Header.Segments.Count; index++)
        {
            if (view.Segment(index).Memory == memory) return true;
        }
        for (uint index = 0; index < view.Header.Resources.Count; index++)
        {
            ref readonly ResourceRecord resource = ref view.Resource(index);
            bool isMapped = resource.Kind != ResourceKind.Interrupt;
            if (isMapped && resource.Memory == memory) return true;
        }
        return false;
    }
}
