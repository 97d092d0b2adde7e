// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Messages to the partition manager's service portal. The label of the
/// <see cref="MessageDescriptor"/> is the operation; the badge tells who asks.
/// </summary>
public enum ManagerProtocol : uint
{
    /// <summary>A virtual machine's monitor reports that its guest ended. Word 0:
    /// <see cref="GuestEnd"/>, words 1 to 3: address, syndrome, pc. The manager logs it.</summary>
    GuestEnded = 1,

    /// <summary>The caller has nothing more to do; it is logged.</summary>
    PartitionDone = 2,

    /// <summary>Switch to another schedule at the end of the current major frame (ARINC 653 part
    /// 2, SET_MODULE_SCHEDULE): word 0 its number. Reply: word 0 the <see cref="ResultCode"/>.
    /// Only for partitions that the system image gives
    /// <see cref="Rights.SystemSchedule"/>.</summary>
    SwitchSchedule = 3,

    /// <summary>Read the state of the schedules (ARINC 653 part 2, GET_MODULE_SCHEDULE_STATUS).
    /// Reply: word 0 the current schedule and word 1 the next one, all ones when there are none;
    /// word 2 the counter value at which the current one began, word 3 1 while partitions are
    /// being restarted because it began.</summary>
    ScheduleStatus = 4,

    /// <summary>The calling thread is about to stop because of an exception that it does not catch;
    /// <see cref="UnhandledWord"/> says what the words are. The manager logs it together with the
    /// stop.</summary>
    UnhandledException = 5,
}
