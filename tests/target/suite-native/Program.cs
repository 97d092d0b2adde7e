// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;
using Bulkhead.Suite.Native.Tests;

namespace Bulkhead.Suite.Native;

/// <summary>Starts the tests in a thread whose faults a server thread hears of.</summary>
public static class Program
{
    /// <summary>The root thread: builds what the tests stand on. They run in a domain of their own,
    /// because a fault of the root's domain ends the machine.</summary>
    /// <param name="image">Address of the system image.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong image)
    {
        if (Start(image)) return;
        Report.Finish();
        SystemTests.PowerOff();
    }

    /// <summary>The tests, in a thread of their own.</summary>
    /// <param name="image">Address of the system image.</param>
    [RuntimeExport("suite_main")]
    public static void Run(ulong image)
    {
        bool isReady = Done(Code.Initialize()) && Done(Kernel.CreateSemaphore(Places.Nobody, 0));
        if (isReady) RunAll(image);
        Raw.ReportRegisters();
        Report.Finish();
        SystemTests.PowerOff();
    }

    private static void RunAll(ulong image)
    {
        SystemTests.Run();
        NumberTests.Run();
        SelectorTests.Run();
        SemaphoreTests.Run();
        PortalTests.Run();
        ServerTests.Run();
        CapabilityTests.Run();
        ObjectTests.Run();
        MemoryTests.Run(image);
        FaultTests.Run();
        RegisterTests.Run();
        VectorTests.Run();
        SchedulingTests.Run();
        VcpuTests.Run();
        ProcessorTests.Run();
    }

    /// <summary>Faults and calls arrive here.</summary>
    /// <param name="message">The message.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message)
    {
        if ((message.Badge & Badge.KindMask) == Badge.Fault) Faults.Serve(ref message);
        else Echo.Serve(ref message);
    }

    private static bool Start(ulong image)
    {
        Places.Initialize(image);
        return Done(Clone.Create(image))
            && Done(CreateServer(image))
            && Done(CreateTester(image))
            && Done(SystemKernel.CreateSchedulingContext(
                Places.Tester + 1, Places.Tester, Worker.TesterPriority, 0, 0));
    }

    private static ResultCode CreateServer(ulong image)
    {
        ThreadPlan plan = default;
        plan.Domain = Clone.Domain;
        plan.Utcb = NativeLayout.Utcb + Limits.PageBytes;
        plan.StackTop = Imports.StackTop(11);
        ResultCode code = SystemKernel.CreateThread(Places.Server, in plan);
        if (code.IsSuccess) code = CreatePortal(image, Places.FaultPortal, Badge.Fault);
        if (code.IsSuccess) code = CreatePortal(image, Places.EchoPortal, Echo.Badge);
        return code.IsSuccess ? Clone.Give(Places.Server, Rights.ContextControl) : code;
    }

    private static ResultCode CreatePortal(ulong image, uint selector, ulong badge)
    {
        // The header names the program's entry; portals enter a word behind it.
        ulong entry = Places.Header(image).ManagerEntry + NativeLayout.PortalEntryOffset;
        ResultCode code = SystemKernel.CreatePortal(
            selector, Places.Server, entry, badge, RegisterGroups.None);
        return code.IsSuccess ? Clone.Give(selector, Rights.PortalCall) : code;
    }

    private static ResultCode CreateTester(ulong image)
    {
        ThreadPlan plan = default;
        plan.Domain = Clone.Domain;
        plan.Utcb = Places.TesterUtcb;
        plan.StackTop = Imports.StackTop(0);
        plan.Entry = Imports.Entry(ThreadEntry.Tester);
        plan.Argument = image;
        plan.FaultPortal = Places.FaultPortal;
        ResultCode code = SystemKernel.CreateThread(Places.Tester, in plan);
        return code.IsSuccess ? Clone.Give(Places.Tester, Rights.ContextControl) : code;
    }

    private static bool Done(ResultCode code)
    {
        if (!code.IsSuccess) Report.Equal("the-suite-starts"u8, 0, code.Value);
        return code.IsSuccess;
    }
}
