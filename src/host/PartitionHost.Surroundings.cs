// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Text;
using Bulkhead.Abi;
using Bulkhead.Host.Simulated;

namespace Bulkhead.Host;

public sealed partial class PartitionHost
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    // The windows' addresses are all that the program has of them.
    private readonly List<byte[]> _memory = [];
    private readonly List<ThreadInfo> _declared = [];
    private uint _threadCount;

    /// <summary>Plays the server behind a portal channel of the description. Before the
    /// start.</summary>
    /// <param name="channel">Number among the partition's portal channels, below 16.</param>
    /// <param name="server">The server.</param>
    public void ServeChannel(uint channel, PortalServer server)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, ChannelsMax);
        HostPortal portal = Served(server);
        _grants[Selectors.Free - ChannelsMax + channel] = portal;
        for (uint cpu = 0; cpu < Limits.CpusMax && channel < Selectors.CpuChannelsMax; cpu++)
            _grants[Selectors.CpuChannels + (cpu * Selectors.CpuChannelsMax) + channel] = portal;
    }

    /// <summary>Plays the partition manager (<see cref="ManagerProtocol"/>). Without it the manager
    /// notes <see cref="IsDone"/> and knows no schedules.</summary>
    /// <param name="server">The server.</param>
    public void ServeManager(PortalServer server) => _manager = server;

    /// <summary>Makes another partition a client of this one. Before the start.</summary>
    /// <param name="id">Its id, 0 to 15.</param>
    /// <param name="name">Its name.</param>
    public void AddClient(uint id, string name)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(id, (uint)Limits.PartitionsMax);
        _clients |= 1u << (int)id;
        _names.Add((id, name));
        _grants[Selectors.TerminalClient + id] = new HostSemaphore(0);
    }

    /// <summary>Adds a window. A device is plain memory: the test reads what the program wrote, and
    /// writes what it shall find. Before the start.</summary>
    /// <param name="kind">What it shows.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="access">What the partition may do there.</param>
    /// <param name="detail">Kind-specific, see <see cref="WindowInfo.Detail"/>.</param>
    /// <returns>Its memory.</returns>
    public Memory<byte> AddWindow(
        WindowKind kind, int bytes, MemoryAccess access, ulong detail = ulong.MaxValue)
    {
        byte[] memory = GC.AllocateArray<byte>(bytes, pinned: true);
        _windows.Add(new WindowInfo
        {
            Kind = kind,
            Access = access,
            Address = (ulong)Marshal.UnsafeAddrOfPinnedArrayElement(memory, 0),
            Bytes = (ulong)bytes,
            Detail = detail,
        });
        _memory.Add(memory);
        return memory;
    }

    /// <summary>Adds an interrupt. Before the start.</summary>
    /// <returns>Its number among the partition's interrupts.</returns>
    public uint AddInterrupt()
    {
        HostSemaphore semaphore = new(0);
        _grants[Selectors.InterruptSemaphore + _interruptCount] = semaphore;
        _grants[Selectors.Interrupt + _interruptCount] = new HostInterrupt(semaphore);
        return _interruptCount++;
    }

    /// <summary>Declares a thread, as <c>threads:</c> of the description does. Before the start.
    /// The program starts it; processors and budgets have no meaning here.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="priority">0 to 255; the main thread has 100.</param>
    /// <returns>Its number, from 1.</returns>
    /// <exception cref="InvalidOperationException">A partition declares no more.</exception>
    public uint AddThread(string name, int priority)
    {
        if (_declared.Count == NativeLayout.ThreadsDeclaredMax)
            throw new InvalidOperationException("A partition declares no more threads.");
        ThreadInfo thread = new() { Priority = (uint)priority };
        Encoding.ASCII.GetBytes(name, thread.Name);
        _declared.Add(thread);
        return (uint)_declared.Count;
    }

    private void GrantThreads(HostKernel kernel)
    {
        for (uint number = 0; number <= _declared.Count && _declared.Count > 0; number++)
            kernel.Grant(Selectors.ThreadSemaphore + number, new HostSemaphore(0));
        kernel.Page.Info.Priority = ProgramThread.MainPriority;
        kernel.Page.Info.ThreadCount = (uint)_declared.Count;
        for (int index = 0; index < _declared.Count; index++)
            kernel.Page.Info.Threads[index] = _declared[index];
    }

    /// <summary>Lets an interrupt come now; while its line is closed it waits for the
    /// acknowledgement.</summary>
    /// <param name="number">Its number.</param>
    public void RaiseInterrupt(uint number)
    {
        HostInterrupt interrupt = Kernel.Find<HostInterrupt>(Selectors.Interrupt + number)
            ?? throw new ArgumentOutOfRangeException(nameof(number));
        interrupt.IsPending |= interrupt.IsClosed;
        if (interrupt.IsClosed) return;
        interrupt.IsClosed = true;
        Kernel.Raise(interrupt.Semaphore);
    }

    /// <summary>Raises a semaphore of the partition, as another partition would: the one that every
    /// partition has when none is named.</summary>
    /// <param name="selector">Its selector.</param>
    public void RaiseSemaphore(uint selector = Selectors.Wakeup) =>
        Kernel.Raise(Kernel.Find<HostSemaphore>(selector)
            ?? throw new ArgumentOutOfRangeException(nameof(selector)));

    /// <summary>Types at the partition's terminal.</summary>
    /// <param name="text">The text.</param>
    public void Type(string text)
    {
        _ = Kernel;
        _console!.Type(text);
        RaiseSemaphore();
    }

    /// <summary>Lets something happen at a virtual time, between two steps of the program: an
    /// interrupt, a look at what it did. After the start.</summary>
    /// <param name="time">Virtual time since the start.</param>
    /// <param name="happening">What.</param>
    public void At(TimeSpan time, Action happening) =>
        Kernel.Scheduler.At(Kernel.Clock.TicksAt(time), happening);

    /// <summary>Takes the processor away, as more urgent partitions do: the partition does not run
    /// then, and what it wanted to do it does afterwards. Before the start.</summary>
    /// <param name="from">Virtual time since the start.</param>
    /// <param name="length">How long.</param>
    public void TakeProcessor(TimeSpan from, TimeSpan length) => _taken.Add((from, length));

    /// <summary>Computes for a while: called by code that runs in the partition, such as a server
    /// that a test plays or a <see cref="Start(Action)"/>.</summary>
    /// <param name="time">Processor time.</param>
    public void Spend(TimeSpan time)
    {
        VirtualClock clock = Kernel.Clock;
        clock.Spend(clock.TicksAt(time) - clock.StartTicks);
        Kernel.Scheduler.GiveWay();
    }

    /// <summary>Starts another thread of the partition: in code of a <see cref="Start(Action)"/>,
    /// or after any start.</summary>
    /// <param name="body">What it does.</param>
    /// <param name="priority">0 to 255; the main thread has 100.</param>
    /// <exception cref="InvalidOperationException">A partition has no more threads.</exception>
    public void StartThread(Action body, int priority = ProgramThread.MainPriority)
    {
        uint number = ThreadIdentity.Further + _threadCount++;
        if (number >= NativeLayout.ThreadsMax)
            throw new InvalidOperationException("A partition has no more threads.");
        ProgramThread.Start(Kernel, new ThreadIdentity(number), priority, body);
    }

    /// <summary>Calls the partition's own server, as a client does, and runs the partition until it
    /// has replied.</summary>
    /// <param name="client">Id of the client.</param>
    /// <param name="label">Operation.</param>
    /// <param name="words">Up to eight words.</param>
    /// <returns>The reply's eight words.</returns>
    /// <exception cref="InvalidOperationException">The program has no server.</exception>
    public IReadOnlyList<ulong> Call(uint client, uint label, params ulong[] words)
    {
        HostServer server = Kernel.Find<HostPortal>(Selectors.SelfPortal)?.Server
            ?? throw new InvalidOperationException("The program has no `bulkhead_portal` method.");
        HostPortal portal = new(server, Badge.Client | client);
        ulong[] record = new ulong[PortalMessage.RecordWords];
        record[1] = new MessageDescriptor(label, 0).Value;
        words.CopyTo(record, 2);
        bool hasReply = false;
        ProgramThread.Start(Kernel, new ThreadIdentity(ThreadIdentity.Main),
            ProgramThread.MainPriority, () =>
            {
                hasReply = Kernel.Call(portal, record, ulong.MaxValue).IsSuccess;
                Kernel.Scheduler.Pause();
            });
        Kernel.Scheduler.Drive(Kernel.Clock.TicksAt(Time + s_patience), RealTimeMax);
        return hasReply ? record[2..]
            : throw new TimeoutException($"the server has not replied within {s_patience}");
    }

    private static void GrantServer(HostKernel kernel, PortalServer method)
    {
        ThreadIdentity identity = new(ThreadIdentity.Server);
        kernel.Grant(
            Selectors.SelfPortal, new HostPortal(new HostServer(method, identity), Badge.Self));
    }
}
