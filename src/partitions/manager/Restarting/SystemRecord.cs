// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Manager;

/// <summary>What the manager remembers of the build: what it needs to build a partition
/// again.</summary>
public struct SystemRecord
{
    /// <summary>Bytes of the image.</summary>
    public ulong ImageBytes;

    /// <summary>Counter frequency in Hz.</summary>
    public ulong Frequency;

    private SelectorPool _pool;
    private PartitionSlots.CpuTable _managerServers;
    private BuildContext.SlotTable _slots;

    /// <summary>Remembers a build.</summary>
    /// <param name="context">The build.</param>
    public void Keep(in BuildContext context)
    {
        ImageBytes = context.View.Length;
        Frequency = context.Frequency;
        _pool = context.Pool;
        _managerServers = context.ManagerServers;
        _slots = context.Slots;
    }

    /// <summary>Goes on with it.</summary>
    /// <param name="view">The image.</param>
    /// <returns>The build as it was kept.</returns>
    public readonly BuildContext Resume(ImageView view)
    {
        var context = new BuildContext(view, Frequency);
        context.Pool = _pool;
        context.ManagerServers = _managerServers;
        context.Slots = _slots;
        return context;
    }
}
