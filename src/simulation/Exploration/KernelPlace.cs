// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Exploration;

/// <summary>Words for a place in the kernel's state.</summary>
internal static class KernelPlace
{
    /// <summary>Table, row and byte of an offset.</summary>
    internal static string Describe(ref KernelState state, int offset)
    {
        (string Table, uint First, uint Row)[] tables =
        [
            Table(ref state, "table page", ref state.Tables[0]),
            Table(ref state, "message page", ref state.Utcbs[0]),
            Table(ref state, "CPU", ref state.Cpus[0]),
            Table(ref state, "context", ref state.Contexts[0]),
            Table(ref state, "virtual CPU", ref state.Vcpus[0]),
            Table(ref state, "domain", ref state.Domains[0]),
            Table(ref state, "capability", ref state.Spaces[0][0]),
            Table(ref state, "portal", ref state.Portals[0]),
            Table(ref state, "semaphore", ref state.Semaphores[0]),
            Table(ref state, "scheduling context", ref state.SchedulingContexts[0]),
            Table(ref state, "segment", ref state.Segments[0]),
            Table(ref state, "interrupt", ref state.Interrupts[0]),
            Table(ref state, "mapping", ref state.Mappings[0]),
            Table(ref state, "table record", ref state.TableRecords[0]),
            Table(ref state, "message page owner", ref state.UtcbOwners[0]),
        ];
        (string name, uint first, uint row) = tables.Where(table => table.First <= offset)
            .MaxBy(table => table.First);
        return name is null
            ? "constants"
            : $"{name} {((uint)offset - first) / row}, byte {((uint)offset - first) % row}";
    }

    private static (string Table, uint First, uint Row) Table<T>(
        ref KernelState state, string name, ref T first)
        where T : unmanaged =>
        (name, Link<T>.To(ref state, ref first).Offset, Record.SizeOf<T>());
}
