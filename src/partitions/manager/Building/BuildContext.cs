// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// What the builders share: the checked image, free selectors, what was created, and the first
/// refusal.
/// </summary>
public ref struct BuildContext
{
    /// <summary>The image.</summary>
    public readonly ImageView View;

    /// <summary>Counter frequency in Hz.</summary>
    public readonly ulong Frequency;

    /// <summary>Free selectors.</summary>
    public SelectorPool Pool;

    /// <summary>The manager's server threads, one for each CPU that has threads.</summary>
    public PartitionSlots.CpuTable ManagerServers;

    /// <summary>The thread that restarts partitions; 0 when nobody is restarted.</summary>
    public uint StewardThread;

    /// <summary>The semaphore that wakes it.</summary>
    public uint StewardSemaphore;

    /// <summary>The semaphore that overruns raise; 0 when nobody can have any.</summary>
    public uint OverrunSemaphore;

    /// <summary>What was created for each partition.</summary>
    public SlotTable Slots;

    /// <summary>What the partition that is built finds.</summary>
    public StartMode StartMode;

    /// <summary>Why it starts.</summary>
    public StartCondition StartCondition;

    /// <summary>Which start of it this is.</summary>
    public uint StartCount;

    /// <summary>The kernel's first refusal; success as long as there is none.</summary>
    public ResultCode Failure;

    /// <summary>What was being done then.</summary>
    public BuildStep FailedStep;

    /// <summary>Partition that it was for; <see cref="Limits.PartitionsMax"/> for the
    /// manager.</summary>
    public uint FailedPartition;

    private uint _partition;

    /// <summary>Slots by partition id.</summary>
    [InlineArray(Limits.PartitionsMax)]
    public struct SlotTable
    {
        private PartitionSlots _element;
    }

    /// <summary>Begins.</summary>
    /// <param name="view">The checked image.</param>
    /// <param name="frequency">Counter frequency in Hz.</param>
    public BuildContext(ImageView view, ulong frequency)
    {
        View = view;
        Frequency = frequency;
        uint interruptCount = 0;
        for (uint index = 0; index < view.Header.Resources.Count; index++)
        {
            if (view.Resource(index).Kind == ResourceKind.Interrupt) interruptCount++;
        }
        Pool = new SelectorPool(interruptCount, view.Header.Memory.Count);
        StartMode = StartMode.ColdStart;
        StartCondition = StartCondition.NormalStart;
        StartCount = 1;
        Enter(Limits.PartitionsMax);
    }

    /// <summary>Whether nothing was refused so far.</summary>
    public readonly bool IsGood => Failure.IsSuccess;

    /// <summary>Number of partitions.</summary>
    public readonly uint PartitionCount => View.Header.Partitions.Count;

    /// <summary>Says which partition the next steps are for.</summary>
    /// <param name="id">Partition id; <see cref="Limits.PartitionsMax"/> for the manager.</param>
    public void Enter(uint id)
    {
        _partition = id;
        Pool.Enter(id);
    }

    /// <summary>Says which partition is built again, with the selectors that it had.</summary>
    /// <param name="id">Partition id.</param>
    public void EnterAgain(uint id)
    {
        _partition = id;
        Pool.EnterAgain(id);
        Slots[(int)id] = default;
    }

    /// <summary>Takes the kernel's answer to a step; only the first refusal is kept.</summary>
    /// <param name="step">The step.</param>
    /// <param name="code">The answer.</param>
    /// <returns>Whether it was done.</returns>
    public bool Done(BuildStep step, ResultCode code)
    {
        if (code.IsSuccess || !Failure.IsSuccess) return code.IsSuccess;
        Failure = code;
        FailedStep = step;
        FailedPartition = _partition;
        return false;
    }
}
