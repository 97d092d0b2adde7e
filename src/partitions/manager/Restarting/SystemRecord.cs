// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

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
    private uint _overrunSemaphore;
    private BuildContext.SlotTable _slots;
    private RestartTable _restarted;

    // A bit for each partition that the beginning of a schedule restarts.
    [InlineArray(Limits.SchedulesMax)]
    private struct RestartTable
    {
        private uint _element;
    }

    /// <summary>Remembers whom schedules restart, so that it is known even if the image cannot be
    /// read any more.</summary>
    /// <param name="view">The image.</param>
    public void KeepRestarts(in ImageView view)
    {
        for (uint schedule = 0; schedule < Limits.SchedulesMax; schedule++)
        {
            for (uint id = 0; id < view.Header.Partitions.Count; id++)
            {
                ScheduleChangeAction action = SchedulePlan.ActionOf(
                    in view.Partition(id), schedule);
                if (action == ScheduleChangeAction.Ignore) continue;
                _restarted[(int)schedule] |= 1u << (int)id;
            }
        }
    }

    /// <summary>Whether the beginning of a schedule restarts a partition.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>True when it does.</returns>
    public readonly bool IsRestarted(uint schedule, uint id) =>
        (_restarted[(int)schedule] & (1u << (int)id)) != 0;

    /// <summary>Destroys all that was made of a partition. The guest's virtual CPUs call the
    /// program's threads, so they end first. Whatever is refused went with what was revoked before
    /// it, or was never made.</summary>
    /// <param name="id">Partition id.</param>
    public readonly void End(uint id)
    {
        PartitionSlots slots = _slots[(int)id];
        if (slots.GuestDomain != Selectors.Null) SystemKernel.Revoke(slots.GuestDomain, true);
        if (slots.Domain != Selectors.Null) SystemKernel.Revoke(slots.Domain, true);
        for (uint selector = _pool.FindOwned(id, 1); selector != Selectors.Null;
            selector = _pool.FindOwned(id, selector + 1))
        {
            SystemKernel.Revoke(selector, true);
        }
    }

    /// <summary>Remembers a build.</summary>
    /// <param name="context">The build.</param>
    public void Keep(in BuildContext context)
    {
        ImageBytes = context.View.Length;
        Frequency = context.Frequency;
        _pool = context.Pool;
        _managerServers = context.ManagerServers;
        _overrunSemaphore = context.OverrunSemaphore;
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
        context.OverrunSemaphore = _overrunSemaphore;
        context.Slots = _slots;
        return context;
    }
}
