// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("R-STATE-4", "I19", "I21")]
public class MajorFrameTests
{
    private const ulong Window = 2000;
    private const ulong Short = 1000;
    private const ulong Exclusive = (ulong)FrameWindowFlags.Exclusive;

    [Fact]
    public void Each_time_partition_runs_in_its_windows()
    {
        using KernelHarness kernel = new();
        AddWindow(kernel, 0, 1, Window);
        AddWindow(kernel, 0, 2, Short);
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> first = Start(kernel, 20, 1);
        Link<ExecutionContext> second = Start(kernel, 200, 2);
        Link<ExecutionContext> background = Start(kernel, 10, 0);
        Switch(kernel, 0);
        kernel.ParkRoot();
        for (int frame = 0; frame < 3; frame++)
        {
            kernel.AssertCurrent(first);
            kernel.Advance(Window - 1);
            kernel.AssertCurrent(first);
            kernel.Advance(1);
            kernel.AssertCurrent(second);
            kernel.Advance(Short);
        }
        kernel.Wait(first, semaphore);
        kernel.AssertCurrent(background);
    }

    [Fact]
    public void A_switch_is_planned_for_the_end_of_the_frame()
    {
        using KernelHarness kernel = new();
        AddWindow(kernel, 0, 1, Window);
        AddWindow(kernel, 0, 1, Short);
        AddWindow(kernel, 1, 1, Window);
        Switch(kernel, 0);
        ulong start = kernel.Cpu.FrameTicks;
        kernel.Advance(Window + 300);
        Switch(kernel, 1);
        Assert.Equal(start + Window + Short, kernel.State.SwitchTicks);
    }

    [Fact]
    public void A_cpu_that_has_not_heard_of_the_last_switch_is_waited_for()
    {
        using KernelHarness kernel = new(cpus: 2);
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        kernel.State.Cpus[1].Schedule = 1;
        kernel.Machine.MakeCurrent();
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref kernel.Cpu));
        ResultCode result =
            MajorFrame<SimulatedAsp>.Plan(ref kernel.State, ref root, 2, default);
        Assert.Equal(Outcome.Again.Value, result.Value);
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref kernel.Cpu);
    }

    [Fact]
    public void The_background_competes_by_priority_and_gets_what_is_left()
    {
        using KernelHarness kernel = new();
        AddWindow(kernel, 0, 2, Window);
        AddWindow(kernel, 0, 2, Window, Exclusive);
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> own = Start(kernel, 20, 2);
        Link<ExecutionContext> urgent = Start(kernel, 30, 0);
        Switch(kernel, 0);
        kernel.ParkRoot();
        kernel.AssertCurrent(urgent);
        Assert.Equal(0b101, kernel.Cpu.Eligible);
        kernel.Advance(Window);
        kernel.AssertCurrent(own);
        Assert.Equal(0b100, kernel.Cpu.Eligible);
        kernel.Wait(own, semaphore);
        kernel.AssertIdle();
        kernel.Advance(Window);
        kernel.AssertCurrent(urgent);
    }

    [Fact]
    public void Of_equals_the_windows_own_runs()
    {
        using KernelHarness kernel = new();
        AddWindow(kernel, 0, 3, Window);
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> background = Start(kernel, 20, 0);
        Link<ExecutionContext> own = Start(kernel, 20, 3);
        Switch(kernel, 0);
        kernel.ParkRoot();
        kernel.AssertCurrent(own);
        kernel.Wait(own, semaphore);
        kernel.AssertCurrent(background);
    }

    [Fact]
    public void No_error_adds_up_when_the_timer_is_heard_of_late()
    {
        using KernelHarness kernel = new();
        AddTwoWindows(kernel);
        Link<ExecutionContext> first = Start(kernel, 20, 1);
        Link<ExecutionContext> second = Start(kernel, 20, 2);
        Switch(kernel, 0);
        ulong start = kernel.Cpu.FrameTicks;
        kernel.ParkRoot();
        kernel.Advance((5 * Window) + 7);
        kernel.AssertCurrent(second);
        Assert.Equal(start + (4 * Window), kernel.Cpu.FrameTicks);
        kernel.Advance(Window - 8);
        kernel.AssertCurrent(second);
        kernel.Advance(1);
        kernel.AssertCurrent(first);
    }

    [Fact]
    public void A_switch_waits_for_the_end_of_the_frame()
    {
        using KernelHarness kernel = new();
        AddWindow(kernel, 0, 1, Window);
        AddWindow(kernel, 0, 1, Window);
        AddWindow(kernel, 2, 2, Short);
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> first = Start(kernel, 20, 1);
        Link<ExecutionContext> second = Start(kernel, 20, 2);
        Switch(kernel, 0);
        Switch(kernel, 2, semaphore);
        kernel.ParkRoot();
        kernel.Advance((2 * Window) - 1);
        kernel.AssertCurrent(first);
        Assert.Equal(0ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
        kernel.Advance(1);
        kernel.AssertCurrent(second);
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
        kernel.Advance(Short);
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_guest_of_the_background_that_halts_leaves_the_window_to_its_own()
    {
        using KernelHarness kernel = new();
        AddWindow(kernel, 0, 1, Window);
        VirtualMachine machine = new(kernel, priority: 60);
        Link<ExecutionContext> own = Start(kernel, 20, 1);
        Switch(kernel, 0);
        machine.Start();
        kernel.AssertCurrent(machine.Vcpu());
        machine.Halt();
        kernel.AssertCurrent(own);
        Assert.True(kernel.Cpu.Resting.IsNone);
    }

    [Fact]
    public void A_server_on_lent_time_stops_with_its_callers_window()
    {
        using KernelHarness kernel = new();
        AddTwoWindows(kernel);
        uint server = kernel.CreateServer();
        uint portal = kernel.CreatePortal(server);
        Link<ExecutionContext> caller = Start(kernel, 20, 1);
        Link<ExecutionContext> helper = Start(kernel, 20, 2);
        Switch(kernel, 0);
        kernel.ParkRoot();
        kernel.Call(caller, Hypercall.Call, portal, 0);
        kernel.AssertCurrent(kernel.ContextOf(server));
        kernel.Advance(Window);
        kernel.AssertCurrent(helper);
        // The other window's time helps the server to finish; its reply goes to the caller, who
        // goes on in its own window.
        kernel.Call(helper, Hypercall.Call, portal, 0);
        kernel.AssertCurrent(kernel.ContextOf(server));
        Assert.Equal(caller, kernel.ContextOf(server).In(ref kernel.State).Caller);
    }

    [Fact]
    public void A_window_begins_before_timers_of_others_that_pass_with_it()
    {
        using KernelHarness kernel = new();
        AddTwoWindows(kernel);
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext>[] sleepers =
            [.. Enumerable.Range(0, 3).Select(_ => Start(kernel, 20, 1))];
        Link<ExecutionContext> second = Start(kernel, 20, 2);
        Switch(kernel, 0);
        kernel.ParkRoot();
        foreach (Link<ExecutionContext> sleeper in sleepers)
        {
            kernel.Wait(sleeper, semaphore, kernel.Now + Window);
        }
        kernel.Advance(Window);
        kernel.AssertCurrent(second);
        Assert.Equal(3, kernel.Cpu.Timers.Count);
        ulong pause = kernel.Machine.Clock.PauseTicks;
        Assert.Equal(kernel.Now + pause, kernel.Machine.Clock.DeadlineTicks);
        kernel.CheckInvariants();
        kernel.Advance(pause);
        kernel.AssertCurrent(second);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
        kernel.ResultOf(sleepers[2]).Refuses(Status.Timeout, Reason.DeadlinePassed);
    }

    [Fact]
    public void The_windows_own_timers_come_with_it()
    {
        using KernelHarness kernel = new();
        AddTwoWindows(kernel);
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> first = Start(kernel, 20, 1);
        Link<ExecutionContext> second = Start(kernel, 20, 2);
        Switch(kernel, 0);
        kernel.ParkRoot();
        kernel.Advance(Window);
        kernel.Wait(second, semaphore, kernel.Now + (2 * Window));
        kernel.Advance(Window);
        kernel.Wait(first, semaphore, kernel.Now + Window);
        kernel.Advance(Window);
        kernel.AssertCurrent(second);
        Assert.Equal(ContextState.Waiting, first.In(ref kernel.State).State);
    }

    [Fact]
    public void A_budget_of_the_windows_own_is_renewed_with_it()
    {
        using KernelHarness kernel = new();
        AddTwoWindows(kernel);
        uint thread = kernel.CreateThread();
        kernel.Call(
            Hypercall.CreateSchedulingContext, kernel.FreeSelector(), thread, 20, 100, 3 * Window,
            2).Succeeds();
        Switch(kernel, 0);
        kernel.ParkRoot();
        kernel.Advance(Window + 100);
        kernel.AssertIdle();
        kernel.Advance((2 * Window) - 101);
        kernel.AssertIdle();
        kernel.Advance(1);
        kernel.AssertCurrent(kernel.ContextOf(thread));
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    private static void AddTwoWindows(KernelHarness kernel)
    {
        AddWindow(kernel, 0, 1, Window);
        AddWindow(kernel, 0, 2, Window);
    }

    private static void AddWindow(
        KernelHarness kernel, ulong schedule, ulong timePartition, ulong ticks, ulong flags = 0) =>
        kernel.Call(
            Hypercall.AddWindow, Selectors.System, schedule, 0, timePartition, ticks, flags)
            .Succeeds();

    private static void Switch(KernelHarness kernel, ulong schedule, ulong semaphore = 0) =>
        kernel.Call(Hypercall.SwitchSchedule, Selectors.System, schedule, semaphore).Succeeds();

    private static Link<ExecutionContext> Start(
        KernelHarness kernel, byte priority, ulong timePartition)
    {
        uint thread = kernel.CreateThread();
        kernel.Call(
            Hypercall.CreateSchedulingContext, kernel.FreeSelector(), thread, priority, 0, 0,
            timePartition).Succeeds();
        return kernel.ContextOf(thread);
    }
}
