// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Where the partition manager puts a partition's first capabilities. A selector whose capability
/// the system description does not grant is empty.
/// </summary>
public static class Selectors
{
    /// <summary>Never holds a capability.</summary>
    public const uint Null = 0;

    /// <summary>The console server's portal, badge = partition id
    /// (<see cref="Rights.PortalCall"/>).</summary>
    public const uint Console = 2;

    /// <summary>A portal into the partition's own server thread, badge
    /// <see cref="Badge.Self"/>.</summary>
    public const uint SelfPortal = 3;

    /// <summary>A semaphore of the partition's own: timed waits, wake-ups between its threads
    /// (<see cref="Rights.SemaphoreAll"/>).</summary>
    public const uint Wakeup = 4;

    /// <summary>The manager's service portal, badge = partition id.</summary>
    public const uint Manager = 5;

    /// <summary>In a partition that declares threads: a portal into its server thread on CPU n,
    /// badge <see cref="Badge.Help"/> + n, for those who wait for its locks: this + n.</summary>
    public const uint ServerHelp = 8;

    /// <summary>Vcpu n of the partition's virtual machine: this + n
    /// (<see cref="Rights.ContextControl"/>).
    /// </summary>
    public const uint Vcpu = 16;

    /// <summary>In a partition that declares threads, which has no virtual machine: a portal into
    /// the body of thread n, 0 for the main thread, badge <see cref="Badge.Body"/> + n: this + n.
    /// </summary>
    public const uint BodyPortal = 16;

    /// <summary>In a partition that declares threads: the semaphore of thread n, whose home is the
    /// thread's CPU (<see cref="Rights.SemaphoreAll"/>): this + n.</summary>
    public const uint ThreadSemaphore = 24;

    /// <summary>Interrupt n of the partition, in the order of its resources
    /// (<see cref="Rights.InterruptBind"/>).
    /// </summary>
    public const uint Interrupt = 32;

    /// <summary>Semaphore that interrupt n raises (<see cref="Rights.SemaphoreAll"/>: a server
    /// thread may wake the thread that waits for the interrupt).</summary>
    public const uint InterruptSemaphore = 64;

    /// <summary>In a server: the <see cref="Wakeup"/> semaphore of the client with partition id n,
    /// of a terminal or a portal channel: this + n (<see cref="Rights.SemaphoreUp"/>).</summary>
    public const uint TerminalClient = 96;

    /// <summary>The <see cref="Manager"/> portal for the partition's server thread on CPU n,
    /// another than its own: this + n. A call stays on its CPU, so each has portals of its
    /// own.</summary>
    public const uint CpuManager = 112;

    /// <summary>The <see cref="Console"/> portal for the partition's server thread on CPU n,
    /// another than its own: this + n.</summary>
    public const uint CpuConsole = 120;

    /// <summary>The portal of the partition's m-th portal channel for its server thread on CPU n,
    /// another than its own: this + n * <see cref="CpuChannelsMax"/> + m. For its other threads it
    /// is at <see cref="Free"/> - 16 + m.</summary>
    public const uint CpuChannels = 128;

    /// <summary>Portal channels of a partition that its server threads on other CPUs than its own
    /// can call: the first ones.</summary>
    public const uint CpuChannelsMax = 4;

    /// <summary>In a partition that declares threads: the semaphore of its server thread on CPU n,
    /// for waits in the midst of a call (<see cref="Rights.SemaphoreAll"/>): this + n.</summary>
    public const uint ServerSemaphore = 160;

    /// <summary>In the partition manager at boot: its own domain
    /// (<see cref="Rights.DomainAll"/>).</summary>
    public const uint OwnDomain = BootLayout.OwnDomain;

    /// <summary>In the partition manager at boot: the system capability. In a partition with
    /// rights of its own to it: the same with these
    /// (<see cref="SystemImage.PartitionRecord.SystemRights"/>).</summary>
    public const uint System = BootLayout.System;

    /// <summary>In the partition manager at boot: memory segment n of the system image's memory
    /// table.
    /// </summary>
    public const uint BootSegments = BootLayout.Segments;

    /// <summary>In the partition manager at boot: interrupt n of the system image's resource table,
    /// counted over the interrupt resources.</summary>
    public const uint BootInterrupts = BootLayout.Interrupts;

    /// <summary>First selector that a partition may use as it likes.</summary>
    public const uint Free = 192;
}
