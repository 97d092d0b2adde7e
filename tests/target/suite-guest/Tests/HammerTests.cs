// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Guest.Tests;

/// <summary>
/// Virtual CPUs that go as soon as they have come, turned on by the first one and by each other
/// without a pause: whatever CPU_ON grants is one start, there is no other, and every answer is one
/// that PSCI allows (DEN 0022, 5.6 and 5.7). What one does meets the others at every stage.
/// </summary>
internal static class HammerTests
{
    private const ulong On = 0xc400_0003, AffinityInfo = 0xc400_0004, IsOff = 1, OnPending = 2;
    private const ulong AlreadyOn = unchecked((ulong)-4), IsPending = unchecked((ulong)-5);
    private const ulong InvalidParameters = unchecked((ulong)-2);
    private const uint VcpusMax = 4, Timer = 27;
    private const ulong RestRounds = 4000, StartsMin = 20;

    // Without a pause they meet in the monitor; one round in eight lets the others run where there
    // is one processor. 20 s on the guest's clock are enough on a slow host.
    private const ulong Rounds = 8000, PauseEvery = 8, LimitTicks = 20 * 62_500_000ul;

    // Words of guest_hammer.
    private const ulong Runs = 0, TurnsOn = 8, Next = 16, NextWords = 24, Granted = 32, Odd = 40;

    private static Words s_words;
    private static Registers s_granted;

    [InlineArray((int)VcpusMax)]
    private struct Words { private Registers _element; }

    /// <summary>Whether there are more than two virtual CPUs.</summary>
    internal static bool HasMany => Imports.Call(AffinityInfo, 2, 0, 0) != InvalidParameters;

    internal static void Run()
    {
        uint count = 2;
        while (count < VcpusMax && Imports.Call(AffinityInfo, count, 0, 0) != InvalidParameters)
            count++;
        Gic.Enable(Timer, 0x80);
        for (uint vcpu = 1; vcpu < count; vcpu++) Prepare(vcpu, vcpu + 1 < count ? vcpu + 1 : 1);
        Tally wrong = default;
        ulong begin = Imports.Counter();
        for (ulong round = 0; round < Rounds && Imports.Counter() - begin < LimitTicks; round++)
        {
            for (uint vcpu = 1; vcpu < count; vcpu++) TurnOn(vcpu, round, ref wrong);
            if (round % PauseEvery == 0) Pause(round);
        }
        Report.None("answers-while-they-come-and-go"u8, in wrong);
        for (uint vcpu = 1; vcpu < count; vcpu++) Imports.Write64(At(vcpu) + TurnsOn, 0);
        Report.That("they-come-to-rest"u8, Rest(count));
        for (uint vcpu = 1; vcpu < count; vcpu++) Check(vcpu, vcpu > 1 ? vcpu - 1 : count - 1);
        if (count == 2) return;
        // What follows turns the machine off while they still come and go.
        for (uint vcpu = 1; vcpu < count; vcpu++) Imports.Write64(At(vcpu) + TurnsOn, 1);
        for (uint vcpu = 1; vcpu < count; vcpu++) TurnOn(vcpu, 0, ref wrong);
    }

    private static ulong At(uint vcpu) => Imports.AddressOf(ref s_words[(int)vcpu]);

    private static void Prepare(uint vcpu, uint next)
    {
        ulong words = At(vcpu);
        Imports.Write64(words + TurnsOn, 1);
        Imports.Write64(words + Next, next);
        Imports.Write64(words + NextWords, At(next));
    }

    private static void TurnOn(uint vcpu, ulong round, ref Tally wrong)
    {
        ulong result = Imports.Call(On, vcpu, Imports.HammerEntry(), At(vcpu));
        if (result == 0) s_granted[(int)vcpu]++;
        wrong.Add(round, result is 0 or AlreadyOn or IsPending, result);
        if (round % PauseEvery != 0) return;
        ulong info = Imports.Call(AffinityInfo, vcpu, 0, 0);
        wrong.Add(round, info <= OnPending, info);
    }

    // Away for a while that is never the same, so that the others run where there is one processor.
    private static void Pause(ulong round)
    {
        TimerControl.Start(Imports.Counter() + (round * 2_654_435_761 % 4096));
        Imports.Wait();
        Imports.Open(1);
        Imports.Open(0);
        Gic.Forget();
    }

    private static bool Rest(uint count)
    {
        for (ulong round = 0; round < RestRounds; round++)
        {
            uint off = 1;
            for (uint vcpu = 1; vcpu < count; vcpu++)
                if (Imports.Call(AffinityInfo, vcpu, 0, 0) == IsOff) off++;
            if (off == count) return true;
            Pause(round);
        }
        return false;
    }

    private static void Check(uint vcpu, uint previous)
    {
        ulong runs = Imports.Read64(At(vcpu) + Runs);
        Report.Equal("each-grant-is-one-start"u8,
            s_granted[(int)vcpu] + Imports.Read64(At(previous) + Granted), runs);
        Report.That("it-came-often"u8, runs >= StartsMin);
        Report.Equal("its-answers-are-known"u8, 0, Imports.Read64(At(vcpu) + Odd));
        Report.Note("starts"u8, runs);
    }
}
