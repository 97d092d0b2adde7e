// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi.SystemImage;

/// <summary>What happens to a partition when a schedule begins (ARINC 653 part 2, module
/// schedules: ScheduleChangeAction).</summary>
public enum ScheduleChangeAction : byte
{
    /// <summary>It goes on.</summary>
    Ignore = 0,

    /// <summary>It starts anew with its memory as at boot.</summary>
    ColdStart = 1,

    /// <summary>It starts anew and finds its writable memory as it left it. Not for a virtual
    /// machine.</summary>
    WarmStart = 2,
}
