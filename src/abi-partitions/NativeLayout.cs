// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Guest-physical (and, stage 1 being off, virtual) addresses of a native
/// partition.</summary>
public static class NativeLayout
{
    /// <summary>The <see cref="PartitionInfo"/> page, read only.</summary>
    public const ulong PartitionInfo = 0x0010_0000;

    /// <summary>UTCB page of thread 0; thread n has the n-th page from here. Thread 0 is the main
    /// thread, 1 the server thread on its CPU, 2 + n the server thread on CPU n when that is
    /// another.</summary>
    public const ulong Utcb = BootLayout.Utcb;

    /// <summary>Most threads that the partition manager makes for a partition that declares
    /// none.</summary>
    public const int ThreadsMax = 2 + Limits.CpusMax;

    /// <summary>Most threads that a partition declares besides its main thread.</summary>
    public const int ThreadsDeclaredMax = 6;

    /// <summary>Contexts of a partition that declares threads, by UTCB page. Thread n, 0 for the
    /// main thread and the declared ones from 1, is two: its carrier, which has the scheduling
    /// context, has page this + 2n, but the main thread's page 0 as always; its body, which runs
    /// the program's code on the carrier's time, has page this + 2n + 1.</summary>
    public const int FirstThread = ThreadsMax;

    /// <summary>UTCB pages that are kept free for threads.</summary>
    public const int UtcbPagesMax = FirstThread + (2 * (1 + ThreadsDeclaredMax));

    /// <summary>The server thread on CPU n, when that is not the main thread's, has its stack at
    /// the end of the n-th piece of <see cref="ServerStackStride"/> bytes from here. The rest of
    /// the piece stays unmapped, so an overflow faults.</summary>
    public const ulong ServerStacks = 0x0030_0000;

    /// <summary>Distance of these stacks.</summary>
    public const ulong ServerStackStride = 0x1_0000;

    /// <summary>Bytes of such a stack.</summary>
    public const ulong ServerStackBytes = 0x4000;

    /// <summary>Declared thread n, from 1, has its body's stack at the end of the n-th piece, from
    /// 0, of <see cref="ThreadStackStride"/> bytes from here. The rest of the piece stays unmapped,
    /// so an overflow faults. The main thread's body has the main thread's stack. Carriers
    /// have none.</summary>
    public const ulong ThreadStacks = ServerStacks + (Limits.CpusMax * ServerStackStride);

    /// <summary>Distance of these stacks.</summary>
    public const ulong ThreadStackStride = 0x1_0000;

    /// <summary>Bytes of such a stack.</summary>
    public const ulong ThreadStackBytes = 0x8000;

    /// <summary>Bytes of the second stack that each thread of a program with a
    /// <see cref="SystemImage.PartitionRecord.FaultEntry"/> has for what handles the overflow of
    /// its first. It ends <see cref="Limits.PageBytes"/> below that one; the pages below and
    /// above it stay unmapped.</summary>
    public const ulong ReserveStackBytes = 0x2000;

    /// <summary>Where programs are linked: text first.</summary>
    public const ulong Program = 0x0040_0000;

    /// <summary>First address of payload windows (guest kernels, initial RAM disks, the system
    /// image).</summary>
    public const ulong Payloads = BootLayout.Image;

    /// <summary>Bytes after the program's entry at which portal activations enter: the start stub
    /// holds four branches, the first for threads, the second for portals.</summary>
    public const ulong PortalEntryOffset = 4;

    /// <summary>Bytes after the program's entry at which calls of a body enter
    /// (<see cref="Badge.Body"/>), and those of a server thread that holds a lock
    /// (<see cref="Badge.Help"/>): the third branch.</summary>
    public const ulong BodyEntryOffset = 8;

    /// <summary>Bytes after the program's entry at which the carriers of declared threads start,
    /// with their <see cref="Selectors.ThreadSemaphore"/> as argument: the fourth branch. The main
    /// thread's carrier starts as a main thread does.</summary>
    public const ulong CarrierEntryOffset = 12;
}
