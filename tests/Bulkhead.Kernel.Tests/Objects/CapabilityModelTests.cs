// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Kernel.Tests.Objects;

/// <summary>Delegation, revocation and discarding against a tree that a child could draw.</summary>
[Verifies("R-PRIVILEGE-2", "R-RESIDUE-3", "I22")]
public class CapabilityModelTests
{
    private const int Domains = 3;
    private const uint FirstSelector = 220;
    private const int SlotsPerDomain = 8;

    /// <summary>A step: what, from which slot to which, with which rights.</summary>
    public sealed record Step(int Kind, int From, int To, int Rights);

    [Fact]
    public void Random_sequences_agree_with_the_model()
    {
        Gen<Step> step =
            from kind in Gen.Choose(0, 9)
            from source in Gen.Choose(0, (Domains * SlotsPerDomain) - 1)
            from target in Gen.Choose(0, (Domains * SlotsPerDomain) - 1)
            from rights in Gen.Choose(0, 3)
            select new Step(kind, source, target, rights);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(120);
        Check.One(config, Prop.ForAll(Gen.ListOf(step).ToArbitrary(), Agrees));
    }

    private static bool Agrees(IList<Step> steps)
    {
        using World world = new();
        foreach (Step step in steps) world.Do(step);
        return true;
    }

    private sealed class Node(Node? parent, Rights rights, int slot)
    {
        internal Node? Parent { get; } = parent;

        internal Rights Rights { get; } = rights;

        internal int Slot { get; } = slot;

        internal bool DescendsFrom(Node other) =>
            Parent is not null && (Parent == other || Parent.DescendsFrom(other));
    }

    private sealed class World : IDisposable
    {
        private readonly KernelHarness _kernel = new();
        private readonly uint[] _domains = new uint[Domains];
        private readonly Link<ExecutionContext>[] _threads = new Link<ExecutionContext>[Domains];
        private readonly Dictionary<int, Node> _nodes = [];

        // Every domain has a thread that sleeps, and delegation rights to every domain.
        internal World()
        {
            for (int index = 0; index < Domains; index++) _domains[index] = _kernel.CreateDomain();
            for (int index = 0; index < Domains; index++)
            {
                for (uint other = 0; other < Domains; other++)
                {
                    _kernel.Delegate(
                        _domains[other], _domains[index], Rights.DomainDelegate, 1 + other);
                }
            }
            uint semaphore = _kernel.CreateSemaphore();
            _kernel.Delegate(semaphore, _domains[0], Rights.SemaphoreAll, FirstSelector);
            _nodes[0] = new Node(null, Rights.SemaphoreAll, 0);
            for (int index = 0; index < Domains; index++)
            {
                _threads[index] = _kernel.ContextOf(_kernel.StartThread(1, _domains[index]));
            }
        }

        public void Dispose() => _kernel.Dispose();

        internal void Do(Step step)
        {
            ActAs(step.From / SlotsPerDomain);
            if (step.Kind < 6) Delegate(step);
            else Revoke(step, includesTop: step.Kind != 6);
            Compare();
        }

        // The harness lets only the current thread act: the manager's frame borrows the domain's
        // space for one call.
        private void ActAs(int domain)
        {
            ref ExecutionContext root = ref _kernel.Root.In(ref _kernel.State);
            root.Slots = _threads[domain].In(ref _kernel.State).Slots;
        }

        private void Delegate(Step step)
        {
            Rights rights = (Rights)((uint)step.Rights << 20);
            bool exists = _nodes.TryGetValue(step.From, out Node? source);
            bool isTaken = _nodes.ContainsKey(step.To);
            CallResult result = _kernel.Call(
                Hypercall.Delegate, Selector(step.From), (ulong)(1 + (step.To / SlotsPerDomain)),
                Selector(step.To), (ulong)rights);
            bool isAllowed = exists && !isTaken && rights != 0 && (rights & ~source!.Rights) == 0;
            Assert.Equal(isAllowed, result.Code.IsSuccess);
            if (isAllowed) _nodes[step.To] = new Node(source, rights, step.To);
        }

        private void Revoke(Step step, bool includesTop)
        {
            bool exists = _nodes.TryGetValue(step.From, out Node? top);
            Hypercall number = step.Kind == 8 ? Hypercall.Discard : Hypercall.Revoke;
            CallResult result = _kernel.Call(number, Selector(step.From), includesTop ? 1u : 0);
            Assert.Equal(exists, result.Code.IsSuccess);
            if (!exists) return;
            foreach (Node node in _nodes.Values.ToList())
            {
                if (node.DescendsFrom(top!) || (includesTop && node == top))
                {
                    _nodes.Remove(node.Slot);
                }
            }
        }

        private void Compare()
        {
            for (int slot = 0; slot < Domains * SlotsPerDomain; slot++)
            {
                ref Capability capability =
                    ref _threads[slot / SlotsPerDomain].In(ref _kernel.State)
                    .Slots.At(Selector(slot)).In(ref _kernel.State);
                bool exists = _nodes.TryGetValue(slot, out Node? node);
                Assert.Equal(exists, !capability.IsEmpty);
                if (exists) Assert.Equal(node!.Rights, capability.Rights);
            }
        }

        private static uint Selector(int slot) => FirstSelector + (uint)(slot % SlotsPerDomain);
    }
}
