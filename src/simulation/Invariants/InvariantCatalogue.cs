// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>All invariants by number, those that are checked and those that the kernel at hand
/// cannot have.</summary>
internal static class InvariantCatalogue
{
    /// <summary>Invariants that cannot be checked yet, and why.</summary>
    internal static IReadOnlyList<(int Number, string Sentence, string Reason)> Absent { get; } =
        [];

    /// <summary>One of each that is checked, with a memory of its own.</summary>
    internal static KernelInvariant[] Create() =>
    [
        // What says most clearly what is wrong comes first.
        new DerivationForest(),
        new LiveReferences(),
        new QuotasAndRefusals(),
        new ShortageChangesNothing(),
        new ReplyRights(),
        new WaitsEnd(),
        new OneQueue(),
        new RunQueueShape(),
        new OneRuns(),
        new MostUrgentRuns(),
        new FrameWindows(),
        new Budgets(),
        new TimerOrder(),
        new LocksFree(),
        new SignalsArrive(),
        new LoadedContext(),
        new ControlRegisters(),
        new PreservedRegisters(),
        new MessagesWhole(),
        new FlowsByCapability(),
        new InterruptOwners(),
        new NoInterruptLost(),
        new DeadHoldNothing(),
        new FreshRows(),
        new NothingSurvivesRevocation(),
        new PageOwnership(),
        new TableTree(),
        new TablesMatchMappings(),
        new MappedRights(),
        new KernelHidden(),
        new SharedPages(),
        new CachedTranslations(),
        new BreakBeforeMake(),
        new AddressSpaceIdentifiers(),
        new ClearedPages(),
        new StepBound(),
        new Totality(),
        new Determinism(),
    ];
}
