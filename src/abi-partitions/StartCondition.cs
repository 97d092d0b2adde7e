// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Why a partition starts (ARINC 653 part 1, GET_PARTITION_STATUS:
/// START_CONDITION).</summary>
public enum StartCondition : uint
{
    /// <summary>The machine was switched on or reset.</summary>
    NormalStart = 0,

    /// <summary>A schedule began that restarts the partition.</summary>
    ScheduleChange = 1,
}
