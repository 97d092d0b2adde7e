// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>Builds the domains and the frame, then goes through the attacks.</summary>
public static class Program
{
    private const ulong SelfCheckWindows = 140;

    /// <summary>The root thread.</summary>
    /// <param name="image">Address of the system image.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong image)
    {
        Time.Initialize();
        Places.Initialize(image);
        ResultCode code = Start(image);
        Report.Equal("suite"u8, "-starts"u8, 0, code.Value);
        if (code.IsSuccess) RunAll(new RootImage(image).Argument);
        Report.Finish();
        SystemKernel.Shutdown(Selectors.System, false);
    }

    /// <summary>Faults, exits and calls arrive here.</summary>
    /// <param name="message">The message.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) => Monitor.Serve(ref message);

    private static ResultCode Start(ulong image)
    {
        ResultCode code = Domains.Create(image);
        if (code.IsSuccess) code = Threads.CreateServer(image);
        if (code.IsSuccess) code = CreateSemaphores();
        if (code.IsSuccess) code = Domains.Give();
        if (code.IsSuccess) code = Frame.Begin();
        return code.IsSuccess ? Phase.Begin() : code;
    }

    private static ResultCode CreateSemaphores()
    {
        ResultCode code = Kernel.CreateSemaphore(Places.Nobody, 0);
        if (code.IsSuccess) code = Kernel.CreateSemaphore(Places.Go, 0);
        if (code.IsSuccess) code = Kernel.CreateSemaphore(Places.Done, 0);
        if (code.IsSuccess) code = Kernel.CreateSemaphore(Places.Raised, 0);
        return code.IsSuccess
            ? SystemKernel.BindInterrupt(Selectors.BootInterrupts, Places.Raised) : code;
    }

    private static void RunAll(ulong windows)
    {
        for (Attack attack = Attack.Spin; attack < Attack.Count; attack++) Run(attack, windows);
        CheckSelf();
    }

    private static void Run(Attack attack, ulong windows)
    {
        System.ReadOnlySpan<byte> name = AttackName.Of(attack);
        ResultCode code = Phase.Run(attack, windows, out PhaseResult result);
        Report.Numbers(name, in result);
        Report.Equal(name, "-ends"u8, 0, code.Value);
        Report.That(name, "-ran-in-every-frame"u8, result.Operations >= result.Periods);
        Report.That(name, "-periods-seen"u8, result.Periods >= windows / Frame.VictimWindows);
        Report.Equal(name, "-deadlines-missed"u8, 0, result.MissedDeadlines);
        Report.Equal(name, "-windows-seen"u8, windows, result.Windows);
        Report.Equal(name, "-windows-missed"u8, 0, result.Missed);
        Report.Equal(name, "-windows-late"u8, 0, result.Over);
    }

    private static void CheckSelf()
    {
        System.ReadOnlySpan<byte> name = AttackName.Of(Attack.Count);
        ResultCode code = Phase.RunLate(SelfCheckWindows, out PhaseResult result);
        Report.Numbers(name, in result);
        Report.Equal(name, "-ends"u8, 0, code.Value);
        Report.Equal(name, "-notices-late-windows"u8, SelfCheckWindows, result.Over);
        Report.That(name, "-notices-missed-deadlines"u8, result.MissedDeadlines > 0);
    }
}
