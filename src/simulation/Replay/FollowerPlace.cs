// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Replay;

/// <summary>Addresses in the target's follower program, from its symbols.</summary>
/// <param name="Follow">Where every thread and every portal enters (<c>replay_follow</c>).</param>
/// <param name="Load">The instruction that reads memory (<c>replay_load</c>).</param>
/// <param name="Break">The breakpoint instruction (<c>replay_break</c>).</param>
/// <param name="Undefined">The undefined instruction (<c>replay_undefined</c>).</param>
/// <param name="Calls">The first of the hypercall instructions, one every
/// <see cref="CallBytes"/> (<c>replay_calls</c>).</param>
/// <param name="Guest">The page of a virtual CPU's code (<c>replay_guest</c>).</param>
/// <param name="GuestCall">A guest's hypercall instruction, immediate
/// <see cref="GuestImmediate"/> (<c>replay_guest_call</c>).</param>
/// <param name="GuestAccess">The first of the instructions with which a guest reads and writes
/// devices, one every <see cref="CallBytes"/> (<c>replay_guest_access</c>).</param>
/// <param name="GuestWait">The instruction with which a guest waits
/// (<c>replay_guest_wait</c>).</param>
/// <param name="Wait">The instruction with which a thread waits for the kernel's timer
/// (<c>replay_wait</c>).</param>
/// <param name="GuestSpin">Where a guest lets time pass (<c>replay_guest_spin</c>).</param>
public readonly record struct FollowerPlace(
    ulong Follow, ulong Load, ulong Break, ulong Undefined, ulong Calls, ulong Guest,
    ulong GuestCall, ulong GuestAccess, ulong GuestWait, ulong Wait,
    ulong GuestSpin)
{
    /// <summary>Number of addresses.</summary>
    public const int Count = 11;

    /// <summary>Guest-physical address of the guest's page in its domain: where a virtual CPU
    /// begins.</summary>
    public const ulong GuestAddress = 0;

    /// <summary>Immediate of a guest's hypercall; the kernel itself answers only 0.</summary>
    public const ulong GuestImmediate = 1;

    internal const ulong InstructionBytes = 4;

    // Where a guest takes exceptions that its monitor raises: offset from its vectors, which are at
    // the page's start.
    private const ulong GuestException = 0x200;

    /// <summary>Takes addresses in the order of the parameters.</summary>
    /// <param name="words">The addresses.</param>
    /// <exception cref="FormatException">Their number is not <see cref="Count"/>.</exception>
    public FollowerPlace(ReadOnlySpan<ulong> words)
        : this(
            Checked(words)[0], words[1], words[2], words[3], words[4], words[5], words[6],
            words[7], words[8], words[9], words[10])
    {
    }

    /// <summary>The addresses in the order of the parameters.</summary>
    /// <returns>The addresses.</returns>
    public ulong[] ToWords() =>
    [
        Follow, Load, Break, Undefined, Calls, Guest, GuestCall, GuestAccess, GuestWait, Wait,
        GuestSpin,
    ];

    /// <summary>Whether a thread that goes on at an address comes back to
    /// <see cref="Follow"/>.</summary>
    /// <param name="place">The address.</param>
    /// <returns>Whether it does.</returns>
    public bool LeadsBack(ulong place)
    {
        ulong before = place - InstructionBytes;
        return IsOneOf(before, Calls, ReplayLayout.HypercallsMax) || place == Follow
            || place == Load || before == Load || before == Break || before == Undefined
            || before == Wait;
    }

    /// <summary>Whether a virtual CPU that goes on at a guest address comes back to
    /// <see cref="GuestAddress"/>.</summary>
    /// <param name="place">The address.</param>
    /// <returns>Whether it does.</returns>
    public bool GuestLeadsBack(ulong place)
    {
        ulong before = place - InstructionBytes + Guest - GuestAddress;
        return place is GuestAddress or GuestAddress + GuestException || before == GuestCall
            || before == GuestWait || before == GuestSpin - InstructionBytes
            || before == GuestSpin || IsOneOf(before, GuestAccess, GuestFollower.AccessesMax);
    }

    private static bool IsOneOf(ulong place, ulong first, uint count) =>
        place - first < count * CallBytes && (place - first) % CallBytes == 0;

    private static ReadOnlySpan<ulong> Checked(ReadOnlySpan<ulong> words) =>
        words.Length == Count ? words : throw new FormatException("no follower");

    /// <summary>Bytes from one hypercall instruction to the next.</summary>
    public const ulong CallBytes = 8;
}
