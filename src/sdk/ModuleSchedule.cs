// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// The schedules of the machine, through the partition manager, which restarts the partitions that
/// the system description wants restarted (<c>schedule-change</c>). ARINC 653 part 2, module
/// schedules.
/// </summary>
public static class ModuleSchedule
{
    /// <summary>Switches to another schedule when the current major frame ends
    /// (SET_MODULE_SCHEDULE). The partition needs <c>rights: [ schedule ]</c> in the system
    /// description.</summary>
    /// <param name="schedule">Number of the schedule, in the order of the description from 0; the
    /// last one asked for counts, the current one takes the wish back.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Set(uint schedule)
    {
        CallResult reply = Portal.Manager.Call((uint)ManagerProtocol.SwitchSchedule, schedule);
        return reply.Code.IsSuccess ? new ResultCode(reply.Value) : reply.Code;
    }

    /// <summary>Reads which schedule is in use (GET_MODULE_SCHEDULE_STATUS).</summary>
    /// <param name="status">The state.</param>
    /// <returns>Success, or why the manager could not be asked.</returns>
    public static ResultCode Read(out ModuleScheduleStatus status)
    {
        var message = new Message((uint)ManagerProtocol.ScheduleStatus);
        ResultCode code = Portal.Manager.Call(ref message);
        status.Current = (uint)message.Words[0];
        status.Next = (uint)message.Words[1];
        status.LastSwitchTicks = message.Words[2];
        status.IsRestarting = message.Words[3] != 0;
        return code;
    }
}
