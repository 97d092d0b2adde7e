// SPDX-License-Identifier: MIT
namespace Bulkhead.Documentation;

/// <summary>Requirements of one kind.</summary>
/// <param name="Title">The kind.</param>
/// <param name="Requirements">The requirements.</param>
public sealed record RequirementGroup(string Title, IReadOnlyList<Requirement> Requirements)
{
    private const string Hostile = "`./bulkhead test --only hostile`";

    /// <summary>Every requirement, in the order of the page. The kinds are those that are asked of
    /// a separation kernel.</summary>
    public static IReadOnlyList<RequirementGroup> All { get; } =
    [
        new("Flow of information",
        [
            new("R-FLOW-1", "Information flows from one partition to another only through objects "
                + "that both hold capabilities for.", "I22", "I26"),
            new("R-FLOW-2", "A partition reaches memory only as far as it was mapped for it, and "
                + "never the kernel's.", "I2", "I3", "I10", "I11") { Commands = [Hostile] },
            new("R-FLOW-3", "What a partition can see does not depend on another that it has no "
                + "connection with.", "I38", "I39", "I40")
                { Commands = ["`./bulkhead interfere`"] },
            new("R-FLOW-4", "A message arrives once and whole, or its sender is told.", "I24"),
            new("R-FLOW-5", "An interrupt reaches its owner and nobody else, and none is lost.",
                "I28", "I29"),
            new("R-FLOW-6", "What the kernel tells about the whole system is told to holders of "
                + "the system capability only.", "I26"),
        ]),
        new("Residual information",
        [
            new("R-RESIDUE-1", "Memory and rows that are used again carry nothing of their last "
                + "user.", "I8", "I31"),
            new("R-RESIDUE-2", "A context finds its own registers, and nothing of whoever ran "
                + "before or answered.", "I12", "I14") { Commands = [Hostile] },
            new("R-RESIDUE-3", "When a capability is taken back, nothing derived from it is left: "
                + "no mapping, no translation, no binding.", "I4", "I5", "I6", "I7", "I30"),
        ]),
        new("Quotas",
        [
            new("R-QUOTA-1", "Every object and table page is paid for by a domain, within its "
                + "quota.", "I32"),
            new("R-QUOTA-2", "Nobody runs longer than its budget allows.", "I18"),
            new("R-QUOTA-3", "A hypercall that is refused, for want of anything or another reason, "
                + "leaves every byte of the kernel's state as it was.", "I32", "I33"),
            new("R-QUOTA-4", "Every pool has an end, and its end is told to the asker only.",
                "I33"),
            new("R-QUOTA-5", "Each partition gets its windows of a repeating time frame.", "I19")
                { Commands = ["`./bulkhead simulate --mode scheduler`"] },
        ]),
        new("Secure state",
        [
            new("R-STATE-1", "The kernel starts only from an image that is whole, for this board, "
                + "and possible.") { Commands = ["`./bulkhead test --only refusal`"] },
            new("R-STATE-2", "Every entry into the kernel leads from a state in which all "
                + "invariants hold to such a state.", "I1", "I9", "I15", "I16", "I17", "I20", "I23",
                "I36") { Commands = ["`./bulkhead simulate`"] },
            new("R-STATE-3", "Every entry ends after a bounded number of steps, whatever the "
                + "arguments.", "I35"),
            new("R-STATE-4", "The most urgent context that can run does, with the time of whoever "
                + "waits for it.", "I21")
                { Commands = ["`./bulkhead simulate --mode scheduler`"] },
            new("R-STATE-5", "The same events lead to the same state, on the host and on the "
                + "target.", "I37") { Commands = ["`./bulkhead replay`"] },
            new("R-STATE-6", "Locks are taken in one order, and none is held when the kernel "
                + "returns.", "I34") { Commands = ["`./bulkhead explore --pairs`"] },
            new("R-STATE-7", "What one CPU tells another is not lost, and nothing is done twice "
                + "for it.", "I41") { Commands = ["`./bulkhead simulate`"] },
        ]),
        new("Halt",
        [
            new("R-HALT-1", "An invariant that the kernel finds broken stops the machine and is "
                + "named.", "I36"),
            new("R-HALT-2", "Only who has the right can end the system."),
            new("R-HALT-3", "A fault of a partition is reported to its handler and stops no "
                + "other.") { Commands = [Hostile] },
        ]),
        new("Recovery",
        [
            new("R-RECOVERY-1", "When a partition ends, all that it had comes back: objects, "
                + "pages, interrupts, time.", "I30", "I31"),
            new("R-RECOVERY-2", "Whoever waits for something that ends is told, or goes on by "
                + "itself.", "I25", "I27"),
            new("R-RECOVERY-3", "A partition that failed can be started anew.", "I31")
                { NotYet = "the manager does not restart partitions yet" },
        ]),
        new("Least privilege",
        [
            new("R-PRIVILEGE-1", "Every operation needs a capability with its right."),
            new("R-PRIVILEGE-2", "Rights only shrink on their way from one to another.", "I22"),
            new("R-PRIVILEGE-3", "At the start the manager has what the image names, and no other "
                + "domain has anything."),
            new("R-PRIVILEGE-4", "A guest cannot weaken what traps.", "I13")
                { Commands = [Hostile] },
        ]),
        new("Self-test",
        [
            new("R-SELFTEST-1", "Every check of a state is shown to notice what it is for."),
            new("R-SELFTEST-2", "The kernel's own checks stay in what ships, and fire."),
            new("R-SELFTEST-3", "The running system tests its hardware again and again.")
                { NotYet = "there is no partition for it yet" },
        ]),
    ];
}
