// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Selectors and addresses of the suite. The kernel's interrupts are from 8 on, its
/// segments from 128 on.</summary>
internal static class Places
{
    /// <summary>Where the threads' blocks are seen: the victim's, then those of the crowd.
    /// </summary>
    internal const ulong Blocks = 0x0500_0000;

    /// <summary>A semaphore that nobody raises; threads.S knows it, too.</summary>
    internal const uint Nobody = 73;

    /// <summary>Starts the victim; tells that it has ended.</summary>
    internal const uint Go = 74, Done = 75;

    /// <summary>The victim and its scheduling context.</summary>
    internal const uint Victim = 76, VictimTime = 77;

    /// <summary>Semaphores that the crowd waits on.</summary>
    internal const uint First = 78, Second = 79, Third = 80;

    /// <summary>The crowd's threads, then their scheduling contexts.</summary>
    internal const uint Threads = 82, Times = 144;

    /// <summary>Portals into the crowd's servers.</summary>
    internal const uint Portals = 182;

    /// <summary>What an operation makes.</summary>
    internal const uint Made = 206, MadeToo = 207;

    /// <summary>A portal for faults and exits that wait for ever, and its server.</summary>
    internal const uint Sink = 208, SinkServer = 209;

    /// <summary>Copies of it, one for each kind of exit.</summary>
    internal const uint Exits = 210;

    /// <summary>Virtual CPUs and their scheduling contexts.</summary>
    internal const uint Vcpus = 216, VcpuTimes = 224;

    /// <summary>Domains; that of threads that fault, which the root's must not, stays.</summary>
    internal const uint Domain = 232, Child = 233, Faulty = 234;

    /// <summary>What is raised when a schedule begins.</summary>
    internal const uint Begun = 235;

    /// <summary>First of those that are free for many copies, and behind the last.</summary>
    internal const uint Copies = 82, CopiesEnd = 128;

    /// <summary>A second range of them.</summary>
    internal const uint MoreCopies = 144, MoreCopiesEnd = 206;

    /// <summary>Selector of the memory that everything is mapped from.</summary>
    internal static uint Memory { get; set; }

    /// <summary>Interrupts that the system has.</summary>
    internal static uint Interrupts { get; set; }

    /// <summary>A block.</summary>
    /// <param name="number">0: the victim's; from 1 on those of the crowd.</param>
    /// <returns>The block.</returns>
    internal static Block BlockOf(uint number) => new(AddressOf(number), 64);

    /// <summary>Its address.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The address.</returns>
    internal static ulong AddressOf(uint number) => Blocks + (number * 64ul);
}
