// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

public class CanonicalStateTests
{
    private delegate void Change(ref KernelState state);

    [Fact]
    public void What_differs_by_nature_is_left_out() => Assert.Null(Compare((ref state) =>
    {
        state.System.BootTicks++;
        state.Cpus[0].ChargedUntil++;
        state.Cpus[0].VectorOwner = state.System.RootThread;
        foreach (ref ExecutionContext context in state.Contexts)
        {
            context.Frame[10]++;
            context.Frame[30]++;
            context.Controls.Traps++;
            context.Vectors[0]++;
        }
        foreach (ref SchedulingContext entry in state.SchedulingContexts) entry.ConsumedTicks++;
    }));

    [Fact]
    public void A_changed_field_is_found_and_named()
    {
        Assert.StartsWith(".Contexts[2].Key is ", Compare(
            (ref state) => state.Contexts[2].Key++));
        Assert.StartsWith(".Contexts[2].State is 77 on the target, Off in the", Compare(
            (ref state) => state.Contexts[40].State = (ContextState)77)?.Replace("[40]", "[2]"));
        Assert.StartsWith(".Spaces[0][6]._rights is ", Compare(
            (ref state) => state.Spaces[0][6].Rights = Rights.DomainMap));
        Assert.StartsWith(".Semaphores[0].Count is ", Compare(
            (ref state) => state.Semaphores[0].Count++));
        Assert.StartsWith(".Utcbs[3][7] is 1 ", Compare((ref state) => state.Utcbs[3][7] = 1));
        Assert.StartsWith(".Cpus[0].MustDispatch is ", Compare(
            (ref state) => state.Cpus[0].MustDispatch ^= 1));
    }

    [Fact]
    public void A_table_entry_is_compared_by_what_it_means()
    {
        Assert.Null(Compare((ref state) => FirstLeaf(ref state) |= 1ul << 55));
        Assert.StartsWith(".Tables[", Compare((ref state) => FirstLeaf(ref state) ^= 1ul << 7));
        Assert.StartsWith(".Tables[", Compare((ref state) => FirstLeaf(ref state) += 0x1000));
        Assert.StartsWith(".Tables[", Compare((ref state) => FirstLeaf(ref state) = 0));
    }

    [Fact]
    public void Where_the_state_lies_makes_no_difference()
    {
        const ulong distance = 0x123_0000;
        using World world = new();
        byte[] moved = world.Machine.StateBytes.ToArray();
        ref KernelState state = ref MemoryMarshal.AsRef<KernelState>(moved.AsSpan());
        state.Domains[0].TranslationRoot += distance;
        // Message pages are the state's own; their mappings stand on no capability.
        foreach (ref Mapping mapping in state.Mappings)
        {
            if (mapping.Domain.IsNone || !mapping.Source.IsNone) continue;
            mapping.Target = mapping.Target.Plus(distance);
        }
        foreach (ref ExecutionContext context in state.Contexts)
        {
            if (!context.Self.IsNone) context.Controls.TranslationRoot += distance;
        }
        for (int table = 0; table < KernelState.TablePagesMax; table++)
        {
            foreach (ref ulong entry in (Span<ulong>)state.Tables[table])
            {
                ulong address = new StageTwoDescriptor(entry).Address;
                if (world.Machine.Memory.IsKernel(address)) entry += distance;
            }
        }
        Assert.Equal(
            Canonical(world.Machine.StateBytes, SimulatedMachine.StateBase).Hash,
            Canonical(moved, SimulatedMachine.StateBase + distance).Hash);
    }

    private static ref ulong FirstLeaf(ref KernelState state)
    {
        foreach (ref ulong entry in (Span<ulong>)state.Tables[2])
        {
            if (entry != 0) return ref entry;
        }
        throw new InvalidOperationException("no leaf");
    }

    private static CanonicalState Canonical(ReadOnlySpan<byte> bytes, ulong stateBase) =>
        CanonicalState.Of(bytes, stateBase, default);

    private static string? Compare(Change change)
    {
        using World world = new();
        byte[] before = world.Machine.StateBytes.ToArray();
        change(ref world.State);
        CanonicalState one = Canonical(before, SimulatedMachine.StateBase);
        CanonicalState other = Canonical(world.Machine.StateBytes, SimulatedMachine.StateBase);
        Assert.Equal(one.Hash == other.Hash, TraceComparison.Compare(one, other) is null);
        return TraceComparison.Compare(one, other);
    }
}
