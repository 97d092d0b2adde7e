// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Partitions;

/// <summary>A partition has exactly what its description gives it, and can get no more.</summary>
internal static class CapabilityTests
{
    private const uint ObjectsMax = 24;

    internal static void Run(ref RecordWriter records)
    {
        Holdings(ref records);
        Powerless(ref records);
        Quota(ref records);
    }

    // Polling an empty slot says that it is empty; everything else is something.
    private static void Holdings(ref RecordWriter records)
    {
        Tally wrong = default;
        for (uint selector = 0; selector < Limits.SelectorsMax; selector++)
        {
            Reason reason = SystemKernel.Delegate(
                selector, 0, Limits.SelectorsMax, Rights.None).Reason;
            bool isHeld = reason != Reason.SlotEmpty;
            wrong.Add(selector, isHeld == IsGranted(selector), (ulong)reason);
        }
        records.None("partitions"u8, "holds-exactly-what-is-granted"u8, in wrong);
    }

    private static bool IsGranted(uint selector) => selector
        is Selectors.Console or Selectors.Wakeup or Selectors.Manager
        or (>= Neighbours.Server and < Neighbours.Server + Neighbours.Count);

    private static void Powerless(ref RecordWriter records)
    {
        const uint free = Selectors.Free;
        Tally wrong = default;
        for (uint selector = 0; selector < Limits.SelectorsMax; selector++)
        {
            Add(
                ref wrong,
                selector,
                SystemKernel.CreateDomain(free, selector, new DomainQuota(2, 2)));
            Add(ref wrong, selector, SystemKernel.Map(
                selector, Selectors.BootSegments, 0, 0x800_0000, 4096, MemoryAccess.Read));
            Add(ref wrong, selector, SystemKernel.Unmap(selector, NativeLayout.Program, 4096));
            Add(
                ref wrong,
                selector,
                SystemKernel.CreateSchedulingContext(free, selector, 255, 0, 0));
            Add(ref wrong, selector, SystemKernel.CreatePortal(
                free, selector, NativeLayout.Program, 0, RegisterGroups.None));
            Add(ref wrong, selector, SystemKernel.CreateSegment(
                free, selector, 0, 4096, Rights.SegmentRead));
            Add(ref wrong, selector, SystemKernel.ConsoleWrite(selector, "x"u8));
            Add(ref wrong, selector, SystemKernel.Shutdown(selector, false));
            Add(ref wrong, selector, Kernel.Stop(selector));
            Add(ref wrong, selector, Kernel.Recall(selector));
            Add(ref wrong, selector, Kernel.AcknowledgeInterrupt(selector));
            Add(ref wrong, selector, SystemKernel.BindInterrupt(selector, Selectors.Wakeup));
        }
        records.None("partitions"u8, "can-do-nothing-else"u8, in wrong);
    }

    private static void Add(ref Tally wrong, uint selector, ResultCode code) =>
        wrong.Add(selector, code.Status == Status.BadCapability, code.Value);

    private static void Quota(ref RecordWriter records)
    {
        uint count = 0;
        ResultCode code = ResultCode.Success;
        while (count <= ObjectsMax && code.IsSuccess)
            code = Kernel.CreateSemaphore(Selectors.Free + count++, 0);
        records.Equal("partitions"u8, "its-quota-ends"u8,
            new ResultCode(Status.NoResources, Reason.ObjectQuota).Value, code.Value);
        for (uint given = 0; given < count; given++) SystemKernel.Discard(Selectors.Free + given);
        records.Equal("partitions"u8, "and-comes-back"u8, 0,
            Kernel.CreateSemaphore(Selectors.Free, 0).Value);
        SystemKernel.Discard(Selectors.Free);
    }
}
