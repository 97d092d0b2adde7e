// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi;
using Bulkhead.Asp.Simulated;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Boot;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Partitions.Manager;
using ManagerView = Bulkhead.Partitions.Manager.ImageView;

namespace Bulkhead.Integration.Tests.Building;

/// <summary>
/// A system image that the kernel has booted on a simulated machine, and that the partition
/// manager's own builders have built, with all restarts: their hypercalls reach the kernel as those
/// of the manager's main thread.
/// </summary>
internal sealed class BuiltSystem : IDisposable
{
    private const ulong Frequency = 62_500_000;
    private const long WorkbenchAddress = 0x20_0000_0000;
    private const ulong WorkbenchBytes = 1ul << 30;
    private const int ReadWrite = 3;
    private const int PrivateAnonymousFixedNoReserve = 0x10_4022;

    private readonly SimulatedMachine _machine;
    private readonly SimulatedProcessor _processor;

    static BuiltSystem()
    {
        // The manager fills the memory of partitions where it maps it.
        long bench = MapMemory(
            WorkbenchAddress, WorkbenchBytes, ReadWrite, PrivateAnonymousFixedNoReserve, -1, 0);
        Assert.Equal(WorkbenchAddress, bench);
    }

    internal BuiltSystem(byte[] image, int cpuCount)
    {
        _machine = new SimulatedMachine(new MachineOptions { CpuCount = cpuCount });
        _processor = new SimulatedProcessor(_machine);
        Startup<SimulatedAsp>.InitializeCpus(ref _machine.State);
        Assert.Equal(
            Reason.None,
            Startup<SimulatedAsp>.CreateManager(ref _machine.State, new ImageTables(image)));
        Assert.Equal(
            Reason.None, Startup<SimulatedAsp>.StartCpus(ref _machine.State, (uint)cpuCount));
        _processor.Dispatch();
        NotePages();
        SystemSeam.Kernel = Call;
        try
        {
            var context = new BuildContext(new ManagerView(image), Frequency);
            IsBuilt = SystemBuilder.Build(ref context) && Restart(ref context);
            Failure = context.Failure;
        }
        finally
        {
            SystemSeam.Kernel = null;
        }
    }

    internal bool IsBuilt { get; }

    internal ResultCode Failure { get; }

    /// <summary>The most table pages that were in use at any time.</summary>
    internal int TablePagesPeak { get; private set; }

    /// <summary>The most that the manager had at any time.</summary>
    internal int ManagerPagesPeak { get; private set; }

    internal ref KernelState State => ref _machine.State;

    private ref ProtectionDomain Manager => ref State.System.RootDomain.In(ref State);

    internal int ManagerPagesQuota => Manager.TablePagesQuota;

    public void Dispose() => _machine.Dispose();

    [DllImport("libc", EntryPoint = "mmap")]
    private static extern long MapMemory(
        long address, ulong bytes, int access, int flags, int file, long offset);

    // Each partition that a schedule restarts, once.
    private static bool Restart(ref BuildContext context)
    {
        SystemRecord record = default;
        record.KeepRestarts(in context.View);
        record.Keep(in context);
        for (uint id = 0; id < context.PartitionCount; id++)
        {
            bool isRestarted = false;
            for (uint schedule = 0; schedule < Limits.SchedulesMax; schedule++)
            {
                isRestarted |= record.IsRestarted(schedule, id);
            }

            if (!isRestarted) continue;
            record.End(id);
            if (!SystemBuilder.BuildAgain(ref context, id)) return false;
        }

        return true;
    }

    private ulong Call(Hypercall call, ReadOnlySpan<ulong> arguments)
    {
        Assert.True(_processor.Current == State.System.RootThread, "the manager does not run");
        ref ExecutionContext thread = ref State.System.RootThread.In(ref State);
        for (int register = 0; register < 10; register++)
        {
            thread.Frame[register] = register < arguments.Length ? arguments[register] : 0;
        }

        _processor.Hypercall(call);
        NotePages();
        return State.System.RootThread.In(ref State).Frame[0];
    }

    private void NotePages()
    {
        int used = KernelState.TablePagesMax - TableAllocator.CountFree(ref State);
        TablePagesPeak = Math.Max(TablePagesPeak, used);
        ManagerPagesPeak = Math.Max(ManagerPagesPeak, Manager.TablePagesUsed);
    }
}
