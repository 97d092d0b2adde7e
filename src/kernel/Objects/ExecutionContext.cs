// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>
/// A thread or a virtual CPU. The entry code addresses <see cref="Frame"/> and
/// <see cref="Controls"/> by their offsets.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct ExecutionContext : IPoolRow
{
    /// <summary>Common header; must be the first field.</summary>
    public ObjectHeader Header;

    /// <summary>Saved registers.</summary>
    public RegisterFrame Frame;

    /// <summary>Control registers.</summary>
    public ContextControls Controls;

    /// <summary>Capability slots of its domain.</summary>
    public Run<Capability> Slots;

    /// <summary>What a portal's copy is compared with: <see cref="Key"/> while the server is idle,
    /// else 0. From a message's first words in its page to the last: the sender's
    /// <see cref="SenderKey"/>, which no portal has, unless something activates it.</summary>
    public ulong AcceptKey;

    /// <summary>Incarnation and CPU.</summary>
    public ulong Key;

    /// <summary>Who waits for this server's reply.</summary>
    public Link<ExecutionContext> Caller;

    /// <summary>Whose reply it waits for, or whom it helps.</summary>
    public Link<ExecutionContext> Partner;

    /// <summary>The context itself.</summary>
    public Link<ExecutionContext> Self;

    /// <summary>Contexts that help this one.</summary>
    public uint HelperCount;

    /// <summary>What it is doing.</summary>
    public ContextState State;

    /// <summary>Why it called.</summary>
    public CallKind CallKind;

    /// <summary>1 when a virtual CPU must report to its monitor before its guest runs: its start,
    /// or a <see cref="Hypercall.Recall"/>.</summary>
    public byte ReportPending;

    /// <summary>1 for a thread that only portals activate.</summary>
    public byte IsServer;

    private StoredLink _cpu;

    /// <summary>CPU that it is bound to.</summary>
    public Link<Cpu> Cpu
    {
        readonly get => _cpu.As<Cpu>();
        set => _cpu = value;
    }

    /// <summary>Its domain.</summary>
    public Link<ProtectionDomain> Domain;

    private StoredLink _scheduling;

    /// <summary>Its scheduling context, or none.</summary>
    public Link<SchedulingContext> Scheduling
    {
        readonly get => _scheduling.As<SchedulingContext>();
        set => _scheduling = value;
    }

    private StoredLink _blockedScheduling;

    /// <summary>Scheduling contexts that wait for it.</summary>
    public Link<SchedulingContext> BlockedScheduling
    {
        readonly get => _blockedScheduling.As<SchedulingContext>();
        set => _blockedScheduling = value;
    }

    /// <summary>Its message page; none for a virtual CPU.</summary>
    public Link<UtcbPage> Utcb;

    private StoredLink _vcpu;

    /// <summary>Its virtual CPU state; none for a thread.</summary>
    public Link<VirtualCpu> Vcpu
    {
        readonly get => _vcpu.As<VirtualCpu>();
        set => _vcpu = value;
    }

    private StoredLink _waitingOn;

    /// <summary>Semaphore that it waits on.</summary>
    public Link<Semaphore> WaitingOn
    {
        readonly get => _waitingOn.As<Semaphore>();
        set => _waitingOn = value;
    }

    /// <summary>Next waiter of that semaphore.</summary>
    public Link<ExecutionContext> NextWaiter;

    /// <summary>Previous waiter.</summary>
    public Link<ExecutionContext> PreviousWaiter;

    private StoredLink _faultPortal;

    /// <summary>Portal that its faults are reported to.</summary>
    public Link<Portal> FaultPortal
    {
        readonly get => _faultPortal.As<Portal>();
        set => _faultPortal = value;
    }

    /// <summary>Incarnation of that portal.</summary>
    public uint FaultPortalGeneration;

    /// <summary>Place in the timer heap for its deadline.</summary>
    public TimerNode Deadline;

    /// <summary>Tag reported in fault messages.</summary>
    public ulong Tag;

    /// <summary>Guest-physical address of its UTCB.</summary>
    public ulong UtcbAddress;

    /// <summary>Into whose page it has begun to send a message.</summary>
    public Link<ExecutionContext> SentTo;

    /// <summary>Words of that message that are there.</summary>
    public uint SentWords;

    /// <summary>1 when its last hypercall let an interrupt in before it did anything.</summary>
    public byte HasLetIn;

    /// <summary>Saved vector registers.</summary>
    public VectorState Vectors;

    /// <summary>Names it as the sender of a message that is half sent: a mark, its incarnation and
    /// where it is.</summary>
    public readonly ulong SenderKey => 1ul << 63 | Key >> 16 << 32 | Self.Offset;

    /// <summary>Whether it calls a portal, or helps to do so.</summary>
    public readonly bool CallsPortal => CallKind is CallKind.Portal or CallKind.PortalUntil;

    /// <summary>Whether it is a virtual CPU.</summary>
    public readonly bool IsVcpu
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => !Vcpu.IsNone;
    }

    readonly bool IPoolRow.IsFree => Header.Kind == Abi.ObjectKind.None;
}
