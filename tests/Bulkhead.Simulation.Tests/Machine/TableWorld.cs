// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>A booted machine of several CPUs and one domain whose tables the test writes by hand,
/// in place of the kernel.</summary>
internal sealed class TableWorld : IDisposable
{
    internal const ulong Address = 0x40_0000_0000 - 0x1000;
    internal const ulong Host = 0x4a00_0000;

    private readonly Link<ProtectionDomain> _domain;

    internal TableWorld(MachineOptions options)
    {
        Machine = new SimulatedMachine(options);
        ref KernelState state = ref Machine.State;
        _domain = Link<ProtectionDomain>.To(ref state, ref state.Domains[3]);
        _domain.In(ref state).TranslationRoot = SimulatedAsp.EncodeRoot(new(TableAt(0)), 4);
        for (int page = 0; page < 3; page++) state.TableRecords[page].Owner = _domain;
        Root = new TranslationRoot(_domain.In(ref state).TranslationRoot);
        Machine.Tables.Log = [];
    }

    internal SimulatedMachine Machine { get; }

    internal TranslationRoot Root { get; }

    /// <summary>The word of the last table that maps <see cref="Address"/>.</summary>
    internal ref ulong Leaf => ref Entry(2, 511);

    /// <summary>The word of the middle table that names the last one.</summary>
    internal ref ulong Middle => ref Entry(1, 511);

    internal static ulong Page(ulong host = Host) =>
        StageTwoDescriptor.Leaf(host, MemoryAccess.Read | MemoryAccess.Write, 3).Value;

    internal ulong TableAt(int page) =>
        Machine.Tables.FirstAddress + ((ulong)page * Limits.PageBytes);

    /// <summary>Maps the page as the kernel would.</summary>
    internal TableWorld Map()
    {
        Machine.State.Tables[0][255] = StageTwoDescriptor.Table(TableAt(1)).Value;
        Middle = StageTwoDescriptor.Table(TableAt(2)).Value;
        Leaf = Page();
        SimulatedAsp.PublishTables();
        return this;
    }

    internal Translation? Look(int cpu = 0) => Machine.Walker.Translate(cpu, Root, Address);

    private ref ulong Entry(int page, int index)
    {
        Machine.Tables.Touch();
        return ref Machine.State.Tables[page][index];
    }

    public void Dispose() => Machine.Dispose();
}
