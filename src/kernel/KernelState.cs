// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel;

/// <summary>
/// Everything the kernel knows: one block at a page boundary, with relative links only. A copy of
/// it is a snapshot.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct KernelState
{
    /// <summary>Second-stage table pages.</summary>
    public const int TablePagesMax = 94;

    /// <summary>Message pages, one per thread.</summary>
    public const int UtcbsMax = 40;

    /// <summary>Execution contexts.</summary>
    public const int ContextsMax = 48;

    /// <summary>Virtual CPUs.</summary>
    public const int VcpusMax = 16;

    /// <summary>Scheduling contexts.</summary>
    public const int SchedulingContextsMax = 48;

    /// <summary>Portals.</summary>
    public const int PortalsMax = 192;

    /// <summary>Semaphores.</summary>
    public const int SemaphoresMax = 96;

    /// <summary>Memory segments.</summary>
    public const int SegmentsMax = 128;

    /// <summary>Run queues of time partitions besides the background, one for each CPU that has a
    /// window of it.</summary>
    public const int WindowQueuesMax = 16;

    /// <summary>Mappings.</summary>
    public const int MappingsMax = 256;

    /// <summary>Chains of mappings, a power of two.</summary>
    public const int MappingChainsMax = 64;

    /// <summary>Interrupts.</summary>
    public const int InterruptsMax = 64;

    /// <summary>Constants of the running system; fills the first page, so that no item is at offset
    /// 0.</summary>
    public SystemConstants System;

    /// <summary>Second-stage table pages.</summary>
    public TablePages Tables;

    /// <summary>Message pages.</summary>
    public UtcbPages Utcbs;

    /// <summary>CPUs.</summary>
    public CpuTable Cpus;

    /// <summary>Execution contexts.</summary>
    public ContextTable Contexts;

    /// <summary>Virtual CPUs.</summary>
    public VcpuTable Vcpus;

    /// <summary>Protection domains.</summary>
    public DomainTable Domains;

    /// <summary>Capability spaces, one per domain.</summary>
    public SpaceTable Spaces;

    /// <summary>Portals.</summary>
    public PortalTable Portals;

    /// <summary>Semaphores.</summary>
    public SemaphoreTable Semaphores;

    /// <summary>Scheduling contexts.</summary>
    public SchedulingTable SchedulingContexts;

    /// <summary>Memory segments.</summary>
    public SegmentTable Segments;

    /// <summary>Interrupts.</summary>
    public InterruptTable Interrupts;

    /// <summary>Mappings.</summary>
    public MappingTable Mappings;

    /// <summary>Book-keeping of the table pages.</summary>
    public TableRecordTable TableRecords;

    /// <summary>Use of the message pages: the thread that has each, by index.</summary>
    public UtcbOwnerTable UtcbOwners;

    /// <summary>The object behind the system capability.</summary>
    public ObjectHeader SystemObject;

    /// <summary>Schedules.</summary>
    public ScheduleTable Schedules;

    /// <summary>Run queues of time partitions, taken from the front.</summary>
    public WindowQueueTable WindowQueues;

    /// <summary>Who may change what all CPUs share.</summary>
    public SharedStructure Shared;

    /// <summary>The frame boundary at which the next schedule begins, on every CPU.</summary>
    public ulong SwitchTicks;

    /// <summary>What is raised when the next schedule's first frame begins; or none.</summary>
    public Pools.Link<Semaphore> ScheduleSemaphore;

    /// <summary>The schedule that the next major frame uses, plus one; 0: none.</summary>
    public byte NextSchedule;

    /// <summary>Run queues of time partitions in use.</summary>
    public byte WindowQueueCount;

    /// <summary>Domains that are dying.</summary>
    public byte DyingCount;

    /// <summary>Which rows of mappings are in use.</summary>
    public RowSet UsedMappings;

    /// <summary>Which table pages are in use.</summary>
    public RowSet UsedTables;

    /// <summary>First mappings of the chains of those whose domain and address fall
    /// together.</summary>
    public MappingChains Chains;

    /// <summary>Table pages.</summary>
    [InlineArray(TablePagesMax)]
    public struct TablePages { private TablePage _element; }

    /// <summary>Message pages.</summary>
    [InlineArray(UtcbsMax)]
    public struct UtcbPages { private UtcbPage _element; }

    /// <summary>CPUs.</summary>
    [InlineArray(Limits.CpusMax)]
    public struct CpuTable { private Cpu _element; }

    /// <summary>Execution contexts.</summary>
    [InlineArray(ContextsMax)]
    public struct ContextTable { private ExecutionContext _element; }

    /// <summary>Virtual CPUs.</summary>
    [InlineArray(VcpusMax)]
    public struct VcpuTable { private VirtualCpu _element; }

    /// <summary>Domains.</summary>
    [InlineArray(Limits.DomainsMax)]
    public struct DomainTable { private ProtectionDomain _element; }

    /// <summary>Capability spaces.</summary>
    [InlineArray(Limits.DomainsMax)]
    public struct SpaceTable { private CapabilitySlots _element; }

    /// <summary>Portals.</summary>
    [InlineArray(PortalsMax)]
    public struct PortalTable { private Portal _element; }

    /// <summary>Semaphores.</summary>
    [InlineArray(SemaphoresMax)]
    public struct SemaphoreTable { private Semaphore _element; }

    /// <summary>Scheduling contexts.</summary>
    [InlineArray(SchedulingContextsMax)]
    public struct SchedulingTable { private SchedulingContext _element; }

    /// <summary>Segments.</summary>
    [InlineArray(SegmentsMax)]
    public struct SegmentTable { private MemorySegment _element; }

    /// <summary>Interrupts.</summary>
    [InlineArray(InterruptsMax)]
    public struct InterruptTable { private InterruptLine _element; }

    /// <summary>Mappings.</summary>
    [InlineArray(MappingsMax)]
    public struct MappingTable { private Mapping _element; }

    /// <summary>Table page records.</summary>
    [InlineArray(TablePagesMax)]
    public struct TableRecordTable { private TablePageRecord _element; }

    /// <summary>Schedules.</summary>
    [InlineArray(Limits.SchedulesMax)]
    public struct ScheduleTable { private Schedule _element; }

    /// <summary>Run queues.</summary>
    [InlineArray(WindowQueuesMax)]
    public struct WindowQueueTable { private RunQueue _element; }

    /// <summary>Owners of the message pages.</summary>
    [InlineArray(UtcbsMax)]
    public struct UtcbOwnerTable { private Pools.Link<ExecutionContext> _element; }

    /// <summary>Chains of mappings.</summary>
    [InlineArray(MappingChainsMax)]
    public struct MappingChains { private Pools.Link<Mapping> _element; }
}
