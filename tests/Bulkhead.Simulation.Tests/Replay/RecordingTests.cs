// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

public class RecordingTests
{
    private const int EventsMax = 60;

    [Fact]
    public void What_a_target_drew_becomes_a_trace_that_the_host_replays()
    {
        ReplayTrace trace = Record(5, out _);
        Assert.Null(HostReplay.Verify(trace));
        Assert.Null(HostReplay.Verify(TraceText.Parse(TraceText.Format(trace))));
    }

    [Fact]
    public void A_target_whose_state_is_another_gives_another_hash()
    {
        ReplayTrace trace = Record(5, out byte[] state);
        Assert.Equal(trace.Steps[^1].Hash, Record(5, out _).Steps[^1].Hash);
        state[state.Length / 2] ^= 1;
        Recording recording = Recording.Begin(Traces.Tables, Traces.Follower, 5);
        ReplayTrace other = recording.Finish(
            [], [.. trace.Steps.Select(step => step.Outcome)], state, SimulatedMachine.StateBase);
        Assert.NotEqual(trace.Steps[^1].Hash, other.Steps[^1].Hash);
    }

    [Fact]
    public void The_menu_has_every_hypercall_that_a_trace_may_have_and_faults()
    {
        Recording recording = Recording.Begin(Traces.Tables, Traces.Follower, 5);
        SimulationEvent[] items = [.. recording.Menu.Select(item => TargetCommand.Read(item))];
        Assert.Contains(items, item => item.Kind == EventKind.Fault);
        Assert.Contains(items, item => item.Kind == EventKind.WriteMessage);
        Hypercall[] drawn = [.. items.Where(item => item.Kind == EventKind.Hypercall)
            .Select(item => (Hypercall)item.Detail).Distinct()];
        Assert.True(drawn.Length >= 18, string.Join(' ', drawn));
        Assert.DoesNotContain(Hypercall.Shutdown, drawn);
    }

    // The host in the target's place: it draws what the target would, as far as it fits.
    private static ReplayTrace Record(ulong seed, out byte[] state)
    {
        Recording recording = Recording.Begin(Traces.Tables, Traces.Follower, seed);
        TraceRandom random = new(seed);
        using TraceBuilder builder = new(Traces.Tables, Traces.Follower, seed);
        new TraceOpening(builder, new TraceRandom(seed), hasGuest: false).Build();
        int opening = builder.Count;
        List<byte[]> entries = [];
        List<Outcome> outcomes =
            [.. recording.Opening.Outcomes.Select(outcome => outcome!.Value)];
        for (int count = 0; count < EventsMax; count++)
        {
            byte[] item = recording.Menu[random.Below(recording.Menu.Count)];
            byte[] entry = Draw(item, random);
            if (!builder.TryAdd(TargetCommand.Read(entry))) continue;
            entries.Add(entry);
            outcomes.Add(builder.World.Outcome);
        }
        state = builder.World.Machine.StateBytes.ToArray();
        Assert.Equal(opening, recording.Opening.Outcomes.Count);
        return recording.Finish(entries, outcomes, state, SimulatedMachine.StateBase);
    }

    private static byte[] Draw(byte[] item, TraceRandom random)
    {
        byte[] entry = item[..ReplayLayout.EntryBytes];
        for (int offset = 8; offset < ReplayLayout.EntryBytes; offset += 8)
        {
            ulong mask = BinaryPrimitives.ReadUInt64LittleEndian(
                item.AsSpan(ReplayLayout.EntryBytes + offset));
            ulong value = BinaryPrimitives.ReadUInt64LittleEndian(entry.AsSpan(offset));
            BinaryPrimitives.WriteUInt64LittleEndian(
                entry.AsSpan(offset), value + (random.Next() & mask));
        }
        return entry;
    }
}
