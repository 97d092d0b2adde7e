// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>A row of an object pool, free or not.</summary>
/// <param name="Kind">What the pool holds.</param>
/// <param name="Link">The row.</param>
internal readonly record struct ObjectHandle(ObjectKind Kind, Link<ObjectHeader> Link)
{
    [ThreadStatic]
    private static ObjectHandle[]? s_all;

    /// <summary>Every row of every pool; their places are the same in every kernel.</summary>
    internal static ObjectHandle[] All(ref KernelState state) => s_all ??= Collect(ref state);

    private static ObjectHandle[] Collect(ref KernelState state)
    {
        List<ObjectHandle> rows = [];
        foreach (ref var row in (Span<ProtectionDomain>)state.Domains)
        {
            Add(ref state, ref row.Header, ObjectKind.ProtectionDomain);
        }
        foreach (ref var row in (Span<MemorySegment>)state.Segments)
        {
            Add(ref state, ref row.Header, ObjectKind.MemorySegment);
        }
        foreach (ref var row in (Span<ExecutionContext>)state.Contexts)
        {
            Add(ref state, ref row.Header, ObjectKind.ExecutionContext);
        }
        foreach (ref var row in (Span<SchedulingContext>)state.SchedulingContexts)
        {
            Add(ref state, ref row.Header, ObjectKind.SchedulingContext);
        }
        foreach (ref var row in (Span<Portal>)state.Portals)
        {
            Add(ref state, ref row.Header, ObjectKind.Portal);
        }
        foreach (ref var row in (Span<Semaphore>)state.Semaphores)
        {
            Add(ref state, ref row.Header, ObjectKind.Semaphore);
        }
        foreach (ref var row in (Span<InterruptLine>)state.Interrupts)
        {
            Add(ref state, ref row.Header, ObjectKind.Interrupt);
        }
        return [.. rows];

        void Add(ref KernelState kernel, ref ObjectHeader header, ObjectKind kind) =>
            rows.Add(new ObjectHandle(kind, Link<ObjectHeader>.To(ref kernel, ref header)));
    }
}
