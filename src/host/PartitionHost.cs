// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Host.Simulated;

namespace Bulkhead.Host;

/// <summary>
/// A partition on the host, in virtual time: its program runs against a simulated kernel, console
/// and manager, in a fraction of the time that it thinks, and the same way each time.
/// </summary>
/// <example>
/// <code>
/// using var host = new PartitionHost { Period = TimeSpan.FromMilliseconds(10) };
/// host.Run(Program.Main, until: TimeSpan.FromMilliseconds(100));
/// Assert.Equal(10, host.Log.Count);
/// </code>
/// </example>
public sealed partial class PartitionHost : IDisposable
{
    private const uint ChannelsMax = 16;
    private const ulong StartNanoseconds = 1_000_000_000;
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    // Code of the test's own copy of the program shares its static fields with other tests.
    private static readonly SemaphoreSlim s_inPlace = new(1);

    private readonly Dictionary<uint, object> _grants = [];
    private readonly List<WindowInfo> _windows = [];
    private readonly List<(uint Id, string Name)> _names = [];
    private readonly List<(TimeSpan From, TimeSpan Length)> _taken = [];
    private HostKernel? _kernel;
    private ConsoleServer? _console;
    private PortalServer? _manager;
    private bool _isInPlace;
    private uint _interruptCount;
    private uint _clients;

    /// <summary>Id of the partition, 0 to 15.</summary>
    public uint Id { get; init; } = 1;

    /// <summary>Its name in the system description.</summary>
    public string Name { get; init; } = "partition";

    /// <summary>Its <c>argument:</c>.</summary>
    public ulong Argument { get; init; }

    /// <summary>Its <c>period:</c>; zero when it has none.</summary>
    public TimeSpan Period { get; init; }

    /// <summary>Its <c>memory:</c> in bytes.</summary>
    public int MemoryBytes { get; init; } = 2 << 20;

    /// <summary>What a thread has of the memory for scopes (<c>BulkheadScopeBytes</c>); half of it
    /// when zero.</summary>
    public int ScopeBytes { get; init; }

    /// <summary>Frequency of the system counter in Hz, 1 MHz to 1 GHz. The default is that of
    /// QEMU's board.</summary>
    public ulong CounterFrequency { get; init; } = 62_500_000;

    /// <summary>What the program finds in its memory (<c>Partition.StartMode</c>). Its static
    /// fields are new in either case.</summary>
    public StartMode StartMode { get; init; } = StartMode.ColdStart;

    /// <summary>Why it was started.</summary>
    public StartCondition StartCondition { get; init; } = StartCondition.NormalStart;

    /// <summary>Which start this is.</summary>
    public uint StartCount { get; init; } = 1;

    /// <summary>Longest time of the host that a run may take.</summary>
    public TimeSpan RealTimeMax { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Virtual time since the start.</summary>
    public TimeSpan Time => _kernel is null ? TimeSpan.Zero
        : _kernel.Clock.TimeAt(_kernel.Clock.Ticks);

    /// <summary>Counter value now, as <c>Clock.Now</c> gives it.</summary>
    public ulong Ticks => Kernel.Clock.Ticks;

    /// <summary>The lines that the partition logged.</summary>
    public IReadOnlyList<string> Log => [.. Lines.Select(line => line.Text)];

    /// <summary>The same with their times.</summary>
    public IReadOnlyList<LogLine> Lines => _console?.Lines ?? [];

    /// <summary>What the partition sent of a line that has not ended, such as a prompt.</summary>
    public string OpenLine => _console?.OpenLine ?? "";

    /// <summary>Whether the partition told the manager that it has nothing more to do
    /// (<c>Partition.ReportDone</c>).</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether every thread has come to its end: the main method has returned.</summary>
    public bool IsEnded => Kernel.Scheduler.IsEnded;

    private HostKernel Kernel => _kernel ?? throw new InvalidOperationException(
        "The partition has not been started.");

    /// <summary>Starts the partition's program as the manager does, with fresh static fields; it
    /// runs when the test lets it.</summary>
    /// <param name="main">Its <c>bulkhead_main</c>, by its name: <c>Program.Main</c>. It gets
    /// <see cref="Argument"/>.</param>
    /// <exception cref="ArgumentException">A lambda or an instance method.</exception>
    /// <exception cref="InvalidOperationException">Something was started before.</exception>
    public void Start(Action<ulong> main)
    {
        ProgramCopy copy = ProgramCopy.Of(main, out Action<ulong> entry);
        HostKernel kernel = Build();
        if (copy.FindServer() is PortalServer server) GrantServer(kernel, server);
        ProgramThread.Start(kernel, new ThreadIdentity(ThreadIdentity.Main),
            ProgramThread.MainPriority, () => entry(Argument));
    }

    /// <summary>Starts code of the test as the partition's main thread, for classes that use the
    /// SDK. Their static fields are those of the test itself; one test at a time runs in this
    /// way.</summary>
    /// <param name="body">The code.</param>
    /// <exception cref="InvalidOperationException">Something was started before.</exception>
    /// <exception cref="TimeoutException">Another test does not come to its end.</exception>
    public void Start(Action body)
    {
        HostKernel kernel = Build();
        if (!s_inPlace.Wait(RealTimeMax))
        {
            throw new TimeoutException(
                "another PartitionHost runs code of the test; is it disposed of?");
        }

        _isInPlace = true;
        ConsoleServer console = _console!;
        ProgramThread.Start(kernel, new ThreadIdentity(ThreadIdentity.Main),
            ProgramThread.MainPriority, () =>
            {
                LeftLines.Drop(console);
                body();
            });
    }

    /// <summary>Starts and runs the program.</summary>
    /// <param name="main">Its main method, by its name.</param>
    /// <param name="until">Virtual time since the start, as <see cref="RunUntil"/> has it.</param>
    public void Run(Action<ulong> main, TimeSpan until)
    {
        Start(main);
        RunUntil(until);
    }

    /// <summary>Starts and runs code of the test.</summary>
    /// <param name="body">The code.</param>
    /// <param name="until">Virtual time since the start; left out: until nothing is due.</param>
    public void Run(Action body, TimeSpan? until = null)
    {
        Start(body);
        if (until is TimeSpan time) RunUntil(time);
        else RunToEnd();
    }

    /// <summary>Lets the partition run until a virtual time; what is due at that time is
    /// done.</summary>
    /// <param name="time">Virtual time since the start.</param>
    /// <exception cref="TimeoutException">It takes longer than <see cref="RealTimeMax"/>.
    /// </exception>
    /// <remarks>An exception that the program does not catch stops its thread on the target; here
    /// it comes out of this method. So does one of a test's own servers and events.</remarks>
    public void RunUntil(TimeSpan time)
    {
        ulong limit = Kernel.Clock.TicksAt(time);
        Kernel.Scheduler.Drive(limit, RealTimeMax);
        Kernel.Clock.MoveTo(limit);
    }

    /// <summary>Lets the partition run for a while.</summary>
    /// <param name="time">How long.</param>
    public void RunFor(TimeSpan time) => RunUntil(Time + time);

    /// <summary>Lets the partition run until nothing is due any more: every thread has ended, or
    /// waits for what does not come.</summary>
    public void RunToEnd() => Kernel.Scheduler.Drive(ulong.MaxValue - 1, RealTimeMax);

    /// <summary>Ends the partition where it stands.</summary>
    public void Dispose()
    {
        _kernel?.Scheduler.Stop();
        if (_isInPlace) s_inPlace.Release();
        _isInPlace = false;
    }

    private HostKernel Build()
    {
        if (_kernel is not null)
        {
            throw new InvalidOperationException(
                "A PartitionHost starts one thing: make another one for the next start.");
        }

        VirtualClock clock = new(CounterFrequency,
            StartNanoseconds / NanosecondsPerSecond * CounterFrequency);
        long scopeBytes = ScopeBytes == 0 ? MemoryBytes / 2 : ScopeBytes;
        HostKernel kernel = new(clock) { Memory = new PartitionMemory(MemoryBytes, scopeBytes) };
        foreach ((TimeSpan from, TimeSpan length) in _taken)
            clock.Take(clock.TicksAt(from), clock.TicksAt(from + length));
        _console = new ConsoleServer(clock);
        GrantForThreads(kernel, Selectors.Console, Selectors.CpuConsole, Served(_console.Serve));
        GrantForThreads(kernel, Selectors.Manager, Selectors.CpuManager, Served(ServeManager));
        kernel.Grant(Selectors.Wakeup, new HostSemaphore(0));
        foreach ((uint selector, object thing) in _grants) kernel.Grant(selector, thing);
        Fill(kernel.Page);
        GrantThreads(kernel);
        _kernel = kernel;
        return kernel;
    }

    // Further threads look where server threads of other processors do.
    private static void GrantForThreads(
        HostKernel kernel, uint own, uint ofOthers, HostPortal portal)
    {
        kernel.Grant(own, portal);
        for (uint number = 0; number < Limits.CpusMax; number++)
            kernel.Grant(ofOthers + number, portal);
    }

    private void Fill(InformationPage page)
    {
        page.Info.Magic = PartitionInfo.MagicValue;
        page.Info.Version = AbiVersion.Current;
        page.Info.Id = Id;
        page.Info.PeriodNanoseconds = (ulong)Period.Ticks * TimeSpan.NanosecondsPerTick;
        page.Info.CounterFrequency = CounterFrequency;
        page.Info.Argument = Argument;
        page.Info.ClientMask = _clients;
        page.Info.StartMode = StartMode;
        page.Info.StartCondition = StartCondition;
        page.Info.StartCount = StartCount;
        page.Name(Id, Name);
        foreach ((uint id, string name) in _names) page.Name(id, name);
        if (!_windows.Exists(window => window.Kind == WindowKind.Memory))
            AddWindow(WindowKind.Memory, MemoryBytes, MemoryAccess.Read | MemoryAccess.Write);
        foreach (WindowInfo window in _windows) page.Add(window);
    }

    private HostPortal Served(PortalServer server) =>
        new(new HostServer(server, new ThreadIdentity(ThreadIdentity.Server)), Id);

    private void ServeManager(PortalMessage message)
    {
        if (_manager is not null)
        {
            _manager(message);
            return;
        }

        IsDone |= message.Label == (uint)ManagerProtocol.PartitionDone;
        bool isRefused = message.Label == (uint)ManagerProtocol.SwitchSchedule;
        // The answers of a system without schedules.
        if (isRefused)
            message.Reply(new ResultCode(Status.BadCapability, Reason.RightMissing).Value);
        else if (message.Label == (uint)ManagerProtocol.ScheduleStatus)
            message.Reply(uint.MaxValue, uint.MaxValue);
        else message.Reply();
    }
}
