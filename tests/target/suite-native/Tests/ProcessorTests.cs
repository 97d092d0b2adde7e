// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>
/// Threads on several CPUs: signals between them, what stays on its CPU, and what one CPU does to
/// the threads of another. With one CPU, only that there is no other.
/// </summary>
internal static class ProcessorTests
{
    private const uint Home = Places.Free, Away = Places.Free + 1;
    private const uint Portal = Places.Free + 2;
    private const uint Tempest = Places.Free + 4; // one for each CPU
    private const uint Priority = 50;
    private const uint CpusMax = 4;

    // Words of the partner's block, and of the builder's.
    private const int Seed = 2, Wrong = 3, Rounds = 4;
    private const int End = 1, BuilderRounds = 2, Refused = 3, Bed = 4;

    private static Block s_first, s_second, s_third;

    internal static void Run()
    {
        uint count = (uint)Kernel.SystemInfo(SystemInfoItem.CpuCount).Value;
        Report.Note("cpus"u8, count);
        Report.Refused("thread-on-no-cpu"u8, Status.BadParameter, Reason.BadCpu,
            Worker.Create(1, Imports.Entry(ThreadEntry.Partner), 0, count));
        Report.Refused("semaphore-on-no-cpu"u8, Status.BadParameter, Reason.BadCpu,
            Kernel.CreateSemaphore(Home, 0, count));
        if (count < 2) return;
        if (count > CpusMax) count = CpusMax;
        for (uint cpu = 1; cpu < count; cpu++) TurnsWith(cpu);
        StaysOnItsCpu();
        RaisedByAll(count);
        StoppedFromAfar();
        OverrunsFromAfar();
        DestroyedFromAfar();
        AbortedFromAfar();
        BuildAtOnce(count);
    }

    // Tester and partner wake each other, from one CPU to the other and back.
    private static void TurnsWith(uint cpu)
    {
        Kernel.CreateSemaphore(Home, 0);
        Kernel.CreateSemaphore(Away, 0, cpu);
        StartPartner(1, ref s_first, cpu);
        Tally tally = default;
        for (int turn = 0; turn < 500; turn++)
        {
            CallResult woken = Kernel.SemaphoreDown(
                Home, Clock.Now + Time.Microseconds(200_000), false);
            tally.Add((ulong)turn, woken.Code.IsSuccess, woken.Code.Value);
            Kernel.SemaphoreUp(Away);
        }
        Report.None("turns-between-cpus"u8, in tally);
        Report.Equal("vectors-on-the-other-cpu"u8, 0, Volatile.Read(ref s_first[Wrong]));
        Worker.End(1);
        Discard();
    }

    private static void StaysOnItsCpu()
    {
        Kernel.CreateSemaphore(Away, 3, 1);
        Report.Equal("down-of-another-cpu"u8, new ResultCode(Status.BadCpu, Reason.None).Value,
            Kernel.SemaphoreDown(Away, 0, false).Code.Value);
        Worker.Create(1, 0, 0, 1);
        SystemKernel.CreatePortal(
            Portal, Worker.Thread(1), Imports.Entry(ThreadEntry.BareServer), 0,
            RegisterGroups.None);
        Report.Equal("call-to-another-cpu"u8, new ResultCode(Status.BadCpu, Reason.None).Value,
            Raw.Call(Hypercall.Call, Portal, 0, 0).Value);
        SystemKernel.Discard(Portal);
        Worker.End(1);
        SystemKernel.Discard(Away);
    }

    // Every other CPU raises the same semaphore as fast as it can; none of it is lost.
    private static void RaisedByAll(uint count)
    {
        const ulong Each = 3000;
        Kernel.CreateSemaphore(Home, 0);
        for (uint cpu = 1; cpu < count; cpu++)
        {
            // The partner's own semaphore lets it go on so often.
            Kernel.CreateSemaphore(Tempest + cpu, (uint)(Each - 1), cpu);
            Start(cpu, ref Of(cpu), cpu, Home, Tempest + cpu);
        }
        ulong sum = 0;
        for (int look = 0; look < 2000 && sum < Each * (count - 1); look++)
        {
            Time.Sleep(500);
            sum += Kernel.SemaphoreDown(Home, 0, true).Value;
        }
        Report.Equal("raises-of-all-cpus"u8, Each * (count - 1), sum);
        for (uint cpu = 1; cpu < count; cpu++)
        {
            Worker.End(cpu);
            SystemKernel.Discard(Tempest + cpu);
        }
        SystemKernel.Discard(Home);
    }

    private static void StoppedFromAfar()
    {
        Kernel.CreateSemaphore(Home, 0);
        Kernel.CreateSemaphore(Away, uint.MaxValue - 1, 1);
        StartPartner(1, ref s_first, 1);
        Time.Sleep(1000);
        Report.That("runs-by-itself"u8, Volatile.Read(ref s_first[Rounds]) != 0);
        Report.That("its-time-is-told"u8,
            ConsumedTicks(Worker.Scheduling(1)) != 0);
        Report.Equal("stop-on-another-cpu"u8, 0, Raw.Call(Hypercall.Stop, Worker.Thread(1)).Value);
        ulong rounds = Volatile.Read(ref s_first[Rounds]);
        Time.Sleep(1000);
        Report.Equal("stands-when-stop-returns"u8, rounds, Volatile.Read(ref s_first[Rounds]));
        Worker.End(1);
        Discard();
    }

    // A thread of another CPU never has enough time. Whoever is told of that goes away again and
    // again.
    private static void OverrunsFromAfar()
    {
        Kernel.CreateSemaphore(Home, 0);
        Kernel.CreateSemaphore(Away, uint.MaxValue - 1, 1);
        Tally heard = default, counted = default;
        for (ulong round = 0; round < 40; round++)
        {
            Kernel.CreateSemaphore(Tempest, 0);
            Worker.Create(
                1, Imports.Entry(ThreadEntry.Partner), Imports.AddressOf(ref s_first), 1);
            Prepare(1, ref s_first, Home, Away);
            SystemKernel.CreateSchedulingContext(
                Worker.Scheduling(1), Worker.Thread(1), Priority, Time.Microseconds(20),
                Time.Microseconds(40), 0, Tempest);
            CallResult woken = Kernel.SemaphoreDown(
                Tempest, Clock.Now + Time.Microseconds(200_000), false);
            heard.Add(round, woken.Code.IsSuccess, woken.Code.Value);
            CallResult count = Kernel.OverrunCount(Worker.Scheduling(1));
            counted.Add(round, count.IsSuccess && count.Value != 0, count.Value);
            SystemKernel.Revoke(Tempest, true);
            Worker.End(1);
        }
        Report.None("overruns-are-heard-of"u8, in heard);
        Report.None("overruns-are-counted"u8, in counted);
        Discard();
    }

    // Rows of threads that run elsewhere are used again and again; nothing is lost.
    private static void DestroyedFromAfar()
    {
        Kernel.CreateSemaphore(Home, 0);
        Kernel.CreateSemaphore(Away, uint.MaxValue - 1, 1);
        ulong pages = FreePages();
        Tally tally = default;
        for (int round = 0; round < 200; round++)
        {
            ResultCode code = StartPartner(1, ref s_first, 1);
            if ((round & 7) == 0) Time.Sleep(50);
            Worker.End(1);
            tally.Add((ulong)round, code.IsSuccess, code.Value);
        }
        Report.None("destroyed-while-it-runs"u8, in tally);
        Report.Equal("pages-given-back"u8, pages, FreePages());
        Discard();
    }

    private static void AbortedFromAfar()
    {
        Kernel.CreateSemaphore(Away, 0, 1);
        Kernel.CreateSemaphore(Tempest, 0, 1);
        s_first = default;
        s_first[0] = Away;
        s_first[2] = ulong.MaxValue;
        s_first[3] = Imports.AddressOf(ref s_third);
        s_first[4] = Tempest;
        Worker.Start(
            1, ThreadEntry.Waiter, Imports.AddressOf(ref s_first), Priority, cpu: 1);
        Time.Sleep(1000);
        SystemKernel.Revoke(Away, true);
        Time.Sleep(1000);
        Report.Equal("wait-aborted-from-afar"u8,
            new ResultCode(Status.Aborted, Reason.SemaphoreGone).Value,
            Volatile.Read(ref s_first[2]));
        Worker.End(1);
        SystemKernel.Discard(Tempest);
    }

    // All CPUs change the structure at the same time: nobody is refused, nobody starves. Budgets
    // are there for QEMU, whose turns end with timers: without one a CPU that is held still again
    // before its turn comes never has one outside.
    private static void BuildAtOnce(uint count)
    {
        Kernel.CreateSemaphore(Home, 0);
        for (uint cpu = 1; cpu < count; cpu++)
        {
            ref Block block = ref Of(cpu);
            block = default;
            block[0] = Tempest + cpu;
            block[Bed] = Home;
            Worker.Start(
                cpu, ThreadEntry.Builder, Imports.AddressOf(ref block), Priority,
                Time.Microseconds(200), Time.Microseconds(210), cpu);
        }
        Tally tally = default;
        for (int round = 0; round < 500; round++)
        {
            ResultCode code = Kernel.CreateSemaphore(Tempest, 1);
            if (code.IsSuccess) code = SystemKernel.Discard(Tempest);
            tally.Add((ulong)round, code.IsSuccess, code.Value);
        }
        Time.Sleep(5000);
        Report.None("built-beside-others"u8, in tally);
        for (uint cpu = 1; cpu < count; cpu++)
        {
            Volatile.Write(ref Of(cpu)[End], 1ul);
            Time.Sleep(500);
            Report.That("others-build-too"u8, Volatile.Read(ref Of(cpu)[BuilderRounds]) > 20);
            Report.Equal("none-is-refused"u8, 0, Volatile.Read(ref Of(cpu)[Refused]));
            Worker.End(cpu);
        }
        SystemKernel.Discard(Home);
    }

    private static ref Block Of(uint cpu)
    {
        if (cpu == 1) return ref s_first;
        if (cpu == 2) return ref s_second;
        return ref s_third;
    }

    private static ResultCode StartPartner(uint number, ref Block block, uint cpu) =>
        Start(number, ref block, cpu, Home, Away);

    private static void Prepare(uint number, ref Block block, uint up, uint down)
    {
        block = default;
        block[0] = up;
        block[1] = down;
        block[Seed] = 0x1234_0000 + number;
    }

    private static ResultCode Start(uint number, ref Block block, uint cpu, uint up, uint down)
    {
        Prepare(number, ref block, up, down);
        return Worker.Start(
            number, ThreadEntry.Partner, Imports.AddressOf(ref block), Priority, cpu: cpu);
    }

    private static ulong FreePages() =>
        Kernel.SystemInfo(SystemInfoItem.FreeTablePages).Value;

    private static ulong ConsumedTicks(uint scheduling)
    {
        var registers = default(Registers);
        registers.Fill();
        registers[0] = scheduling;
        return Raw.Call((ushort)Hypercall.ConsumedTime, ref registers).IsSuccess
            ? registers[1] : 0;
    }

    private static void Discard()
    {
        SystemKernel.Discard(Home);
        SystemKernel.Discard(Away);
    }
}
