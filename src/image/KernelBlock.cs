// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Kernel;

namespace Bulkhead.Image;

/// <summary>The memory that the linker script reserves: kernel state, and the system image behind the kernel.</summary>
internal static unsafe class KernelBlock
{
    /// <summary>The kernel state.</summary>
    // SAFETY: the linker script reserves a page-aligned block there; Start checks that it is large enough.
    internal static ref KernelState State => ref *StateStart();

    /// <summary>Bytes reserved for the kernel state.</summary>
    internal static ulong StateBytes => (ulong)((byte*)StateEnd() - (byte*)StateStart());

    /// <summary>Address of the system image.</summary>
    internal static ulong ImageAddress => (ulong)ImageStart();

    /// <summary>The table area of the system image as far as it can reach.</summary>
    // SAFETY: EL2's first-stage tables map two MiB from there, read only; tables are at most one.
    internal static ReadOnlySpan<byte> ImageTables =>
        new(ImageStart(), (int)SystemImageHeader.TableBytesMax);

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
