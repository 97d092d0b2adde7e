// SPDX-License-Identifier: MIT
namespace Bulkhead.Image;

/// <summary>The memory that the linker script reserves: kernel state, and the system image behind
/// the kernel.</summary>
internal static unsafe class KernelBlock
{
    /// <summary>The kernel state.</summary>
    // SAFETY: the linker script reserves a page-aligned block there; Start checks that it is large
    // enough.
    internal static ref KernelState State => ref *StateStart();

    /// <summary>Bytes reserved for the kernel state.</summary>
    internal static ulong StateBytes => (ulong)((byte*)StateEnd() - (byte*)StateStart());

    /// <summary>Address of the system image.</summary>
    internal static ulong ImageAddress => (ulong)ImageStart();

    /// <summary>The part of the system image that the kernel reads: its tables and the partition
    /// manager.</summary>
    // SAFETY: EL2's first-stage tables map two MiB from there, read only.
    internal static ReadOnlySpan<byte> ImageBytes => new(ImageStart(), 1 << 21);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_state_address")]
    private static extern KernelState* StateStart();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_state_end")]
    private static extern void* StateEnd();

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("arm64_image_address")]
    private static extern void* ImageStart();
}
