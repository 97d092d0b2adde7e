// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Badges of the portals that the partition manager creates: bits 15:8 say what kind of portal was
/// called, bits 7:0 who called or which exit it is.
/// </summary>
public static class Badge
{
    /// <summary>Another partition calls a service: low byte its partition id.</summary>
    public const ulong Client = 0x000;

    /// <summary>The partition's own thread calls its server thread.</summary>
    public const ulong Self = 0x100;

    /// <summary>A vCPU's exit: low byte <see cref="ExitKind"/>, bits 23:16 vCPU number.</summary>
    public const ulong Exit = 0x200;

    /// <summary>A thread's fault: low byte the partition id.</summary>
    public const ulong Fault = 0x300;

    /// <summary>A body of a partition that declares threads is called by another thread of it: low
    /// byte the body's thread.</summary>
    public const ulong Body = 0x400;

    /// <summary>A server thread of a partition that declares threads is called by another thread
    /// of it that waits for one of its locks: low byte the CPU.</summary>
    public const ulong Help = 0x500;

    /// <summary>Mask of the kind.</summary>
    public const ulong KindMask = 0xff00;
}
