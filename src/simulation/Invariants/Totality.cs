// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Health;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I36. It is not looked at after an event: it is what an exception out of one
/// breaks.</summary>
internal sealed class Totality : KernelInvariant
{
    internal override int Number => 36;

    internal override string Sentence =>
        "No exception, failed language check or panic escapes an entry of the kernel, and it never "
        + "uses the hardware in a way that hardware does not allow, whatever the input.";

    internal override string LooksAt => "exceptions that leave the kernel";

    /// <summary>Names the invariants that an exception out of an event breaks.</summary>
    internal static InvariantException Explain(Exception exception) => exception switch
    {
        InvariantException known => known,
        KernelPanicException { Invariant: Invariant.CallChainBounded } =>
            new InvariantException([27, 36], exception.Message),
        // The machine looks at each exit whether table changes were published and invalidated.
        SimulationException when exception.Message.StartsWith(
            "left behind", StringComparison.Ordinal) =>
            new InvariantException([5, 36], exception.Message),
        // What nobody is to have is still open.
        SimulationException when exception.Message == SimulatedMachine.InterruptsWithoutEnd =>
            new InvariantException([28, 36], exception.Message),
        // It looks, too, whether what runs is what was loaded.
        SimulationException when exception.Message == SimulatedProcessor.NotSwitchedTo =>
            new InvariantException([12, 36], exception.Message),
        _ when exception.GetType().Name == "BreakBeforeMakeException" =>
            new InvariantException([6, 36], exception.Message),
        _ => new InvariantException([36], $"{exception.GetType().Name}: {exception.Message}"),
    };

    internal override void Check(Inspection at)
    {
    }
}
