// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Operations on capabilities, and on objects without threads.</summary>
internal static class ObjectOperations
{
    private const ulong PageOffset = 0x10_0000;

    /// <summary>Short hypercalls, one after the other.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Short()
    {
        Kernel.Yield();
        Kernel.SystemInfo(SystemInfoItem.FreeTablePages);
        Kernel.ConsumedTime(Places.VictimTime);
        ResultCode code = Kernel.SemaphoreUp(Places.Done);
        return code.IsSuccess
            ? Kernel.SemaphoreDown(Places.Done, Kernel.Poll, true).Code : code;
    }

    /// <summary>Makes as many objects of a kind as there are selectors, or rows.</summary>
    /// <param name="operation">What makes one.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Fill(Operation operation)
    {
        ResultCode code = ResultCode.Success;
        for (uint at = Places.Copies; at < Places.MoreCopiesEnd && code.IsSuccess; at++)
        {
            if (at is < Places.CopiesEnd or >= Places.MoreCopies) code = Create(operation, at);
        }
        if (code.Reason != Reason.PoolExhausted) return code;
        return SystemKernel.Revoke(Places.Copies, true);
    }

    /// <summary>Makes one.</summary>
    /// <param name="operation">What.</param>
    /// <param name="selector">Where.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Create(Operation operation, uint selector) => operation switch
    {
        Operation.CreatePortal => SystemKernel.CreatePortal(
            selector, Places.SinkServer, Imports.Entry(ThreadEntry.Serve), 0,
            RegisterGroups.All),
        Operation.CreateSemaphore => Kernel.CreateSemaphore(selector, 0),
        _ => SystemKernel.CreateSegment(
            selector, Places.Memory, PageOffset, Limits.PageBytes, Rights.SegmentRead),
    };

    /// <summary>Ends whatever is there.</summary>
    internal static void EndCopies()
    {
        for (uint at = Places.Copies; at < Places.MoreCopiesEnd; at++)
        {
            if (at is < Places.CopiesEnd or >= Places.MoreCopies) SystemKernel.Revoke(at, true);
        }
    }

    /// <summary>Makes a semaphore and copies of its capability.</summary>
    /// <param name="isDeep">Whether each is a copy of the one before.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Copy(bool isDeep)
    {
        ResultCode code = Kernel.CreateSemaphore(Places.Made, 0);
        uint source = Places.Made;
        for (uint at = Places.Copies; at < Places.MoreCopiesEnd && code.IsSuccess; at++)
        {
            if (at is >= Places.CopiesEnd and < Places.MoreCopies) continue;
            code = SystemKernel.Delegate(source, Selectors.Null, at, Rights.SemaphoreAll);
            if (isDeep) source = at;
        }
        return code;
    }

    /// <summary>Makes as many segments as there are selectors, or rows, each a part of the one
    /// before.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Divide()
    {
        ResultCode code = SystemKernel.CreateSegment(
            Places.Copies, Places.Memory, PageOffset, Limits.PageBytes, Rights.SegmentAll);
        uint whole = Places.Copies;
        for (uint at = whole + 1; at < Places.MoreCopiesEnd && code.IsSuccess; at++)
        {
            if (at is >= Places.CopiesEnd and < Places.MoreCopies) continue;
            code = SystemKernel.CreateSegment(at, whole, 0, Limits.PageBytes, Rights.SegmentAll);
            whole = at;
        }
        return code.Reason == Reason.PoolExhausted ? ResultCode.Success : code;
    }

    /// <summary>Makes a semaphore and leads all interrupts to it.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BindAll()
    {
        ResultCode code = Kernel.CreateSemaphore(Places.First, 0);
        for (uint line = 0; line < Places.Interrupts && code.IsSuccess; line++)
        {
            code = SystemKernel.BindInterrupt(Selectors.BootInterrupts + line, Places.First);
        }
        return code;
    }

    /// <summary>Leads the last interrupt to a semaphore, and opens it once more.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BindLast()
    {
        uint line = Selectors.BootInterrupts + Places.Interrupts - 1;
        ResultCode code = SystemKernel.BindInterrupt(line, Places.First);
        return code.IsSuccess ? Kernel.AcknowledgeInterrupt(line) : code;
    }

    /// <summary>Sends a whole page to a server that sends it back.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode SendPage()
    {
        Message message = default;
        message.Descriptor = new MessageDescriptor(MessageDescriptor.WordsMax);
        return Kernel.Call(Places.Portals, ref message);
    }

    /// <summary>Writes as much to the boot console as it takes.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode WriteConsole() => SystemKernel.ConsoleWrite(
        Selectors.System, "...............................................................\n"u8);
}
