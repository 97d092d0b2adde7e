// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>The partition manager maps, unmaps, makes and destroys at random: what moves
/// tables.</summary>
internal sealed class KernelProgram(World world, ulong seed)
{
    private const ulong Window = 0x5000_0000;
    private const uint Domain = 200;
    private const uint Segment = 201;

    private readonly SeededChoice _choice = new(seed);

    /// <summary>Called after each step.</summary>
    internal Action? Check { get; init; }

    internal void Run(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            Step();
            Check?.Invoke();
        }
    }

    private void Step()
    {
        ulong page = Window + ((ulong)Next(40) << 14);
        ulong bytes = Next(4) == 0 ? 2ul << 20 : (ulong)(1 + Next(4)) << 12;
        ulong target = Next(2) == 0 ? Domain : Selectors.OwnDomain;
        if (bytes == 2ul << 20) page = Window + ((ulong)Next(4) << 21);
        switch (Next(8))
        {
            case 0:
                Call(Hypercall.CreateDomain, Domain, Selectors.OwnDomain,
                    new DomainQuota(8, 8).Value);
                break;
            case 1 when Next(4) == 0: Call(Hypercall.Discard, Domain); break;
            case 1:
                Call(Hypercall.CreateSegment, Segment, Selectors.BootSegments + 1, 0, 4ul << 20,
                    (ulong)Rights.SegmentAll);
                break;
            case 2: Call(Hypercall.Revoke, Segment, 0); break;
            case < 6: Call(Hypercall.Map, target, Segment, 0, page, bytes, 3); break;
            default: Call(Hypercall.Unmap, target, page, bytes); break;
        }
        Touch(target, page);
    }

    private void Touch(ulong selector, ulong page)
    {
        ref KernelState state = ref world.State;
        ref var slot = ref state.System.RootDomain.In(ref state).Slots.At(selector).In(ref state);
        if (slot.Kind != ObjectKind.ProtectionDomain) return;
        ulong root = slot.Object.Reinterpret<Kernel.Objects.ProtectionDomain>().In(ref state)
            .TranslationRoot;
        int cpu = Next(world.Machine.Cpus.Length);
        world.Machine.Walker.Translate(cpu, new TranslationRoot(root), page);
    }

    private void Call(Hypercall number, params ReadOnlySpan<ulong> arguments)
    {
        ref var context = ref world.Current.In(ref world.State);
        for (int register = 0; register < 10; register++)
        {
            context.Frame[register] = register < arguments.Length ? arguments[register] : 0;
        }
        world.Processor.Hypercall(number);
    }

    private int Next(int count) => _choice.Choose(count, ChoicePoint.Actor);
}
