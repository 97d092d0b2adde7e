// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Goes through the operations and prints what the bench reads.</summary>
public static class Program
{
    private const ulong BlocksBytes = 0x1000;
    private const ushort TablePages = 16, Objects = 64;

    /// <summary>The root thread.</summary>
    /// <param name="image">Address of the system image.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong image)
    {
        RootImage whole = new(image);
        Places.Memory = whole.Memory;
        Places.Interrupts = CountInterrupts();
        ResultCode code = Start(in whole);
        for (Operation operation = 0; operation < Operation.Count && code.IsSuccess; operation++)
        {
            ResultCode result = Sweep.Run(operation, out ulong worst);
            if (operation == Operation.Check && worst < Sweep.CheckInstructions - Sweep.Step)
            {
                result = new ResultCode(Status.NotSupported, Reason.None);
            }
            Report(OperationName.Of(operation), result, worst);
        }
        if (!code.IsSuccess) Report("start"u8, code, 0);
        BootConsole.Send("#bench end\n"u8);
    }

    /// <summary>Nobody calls this program.</summary>
    /// <param name="message">The message.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) { }

    private static ResultCode Start(in RootImage image)
    {
        ResultCode code = SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, 0, Places.Blocks, BlocksBytes,
            MemoryAccess.Read | MemoryAccess.Write);
        for (uint semaphore = Places.Nobody; semaphore <= Places.Done && code.IsSuccess;
            semaphore++)
        {
            code = Kernel.CreateSemaphore(semaphore, 0);
        }
        if (code.IsSuccess) code = SystemKernel.CreateDomain(
            Places.Faulty, Selectors.OwnDomain, new DomainQuota(TablePages, Objects));
        if (code.IsSuccess) code = image.MapCode(Places.Faulty);
        if (code.IsSuccess) code = CreateSink();
        return code.IsSuccess ? Sweep.Begin() : code;
    }

    // A server that never answers, behind portals for faults and exits.
    private static ResultCode CreateSink()
    {
        ThreadPlan plan = Crowd.PlanOf(2);
        ResultCode code = SystemKernel.CreateThread(Places.SinkServer, in plan);
        if (code.IsSuccess) code = SystemKernel.CreatePortal(
            Places.Sink, Places.SinkServer, Imports.Entry(ThreadEntry.Serve),
            ServerBadge.Of(Places.Nobody, 0, 0), RegisterGroups.All);
        for (uint kind = 0; kind <= (uint)ExitKind.Recall && code.IsSuccess; kind++)
        {
            code = SystemKernel.Delegate(
                Places.Sink, Selectors.Null, Places.Exits + kind, Rights.PortalCall);
        }
        return code;
    }

    // Whatever the kernel handed over has capabilities one after the other.
    private static uint CountInterrupts()
    {
        uint count = 0;
        while (SystemKernel.Delegate(
            Selectors.BootInterrupts + count, Selectors.Null, Places.Made, Rights.InterruptBind)
            .IsSuccess)
        {
            SystemKernel.Revoke(Places.Made, true);
            count++;
        }
        return count;
    }

    // The worst is the only figure; what could not be executed is no figure, and damages the
    // report.
    private static void Report(ReadOnlySpan<byte> name, ResultCode code, ulong worst)
    {
        var line = default(TextBuffer);
        line.Append("#bench longest."u8);
        line.Append(name);
        line.Append(" "u8);
        if (code.IsSuccess) Append(ref line, worst);
        else
        {
            line.Append("failed "u8);
            line.AppendHex(code.Value);
        }
        line.EndLine();
        BootConsole.Send(line.Text);
    }

    private static void Append(ref TextBuffer line, ulong worst)
    {
        line.AppendDecimal(worst);
        line.Append(" "u8);
        line.AppendDecimal(worst);
        line.Append(" "u8);
        line.AppendDecimal(Sweep.Turns);
    }
}
