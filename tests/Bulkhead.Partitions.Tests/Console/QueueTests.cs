// SPDX-License-Identifier: MIT
using Bulkhead.Partitions.Console;
using FsCheck;
using FsCheck.Fluent;

namespace Bulkhead.Partitions.Tests.Console;

public sealed class QueueTests
{
    private sealed class Wire
    {
        public List<byte> Sent { get; } = [];

        public int Room { get; set; } = int.MaxValue;
    }

    private readonly struct TestUart(Wire wire) : IUart
    {
        public bool TrySend(byte value)
        {
            if (wire.Room == 0) return false;
            wire.Room--;
            wire.Sent.Add(value);
            return true;
        }
    }

    [Fact]
    public void OutputQueue_KeepsTheOrder()
    {
        var wire = new Wire { Room = 3 };
        var queue = default(OutputQueue<TestUart>);
        queue.Initialize(new TestUart(wire));
        foreach (byte value in "abcdef"u8) queue.Put(value);
        queue.Drain();
        Assert.Equal(3u, queue.Count);
        wire.Room = 10;
        queue.Drain();
        Assert.Equal("abcdef"u8.ToArray(), wire.Sent);
        Assert.Equal(0u, queue.LostCount);
    }

    [Fact]
    public void OutputQueue_LosesTheNewestWhenTheWireStands()
    {
        var wire = new Wire { Room = 0 };
        var queue = default(OutputQueue<TestUart>);
        queue.Initialize(new TestUart(wire));
        for (int index = 0; index < OutputQueue<TestUart>.BytesMax + 5; index++)
        {
            queue.Put((byte)index);
        }
        Assert.Equal(5u, queue.LostCount);
        wire.Room = int.MaxValue;
        queue.Drain();
        Assert.Equal(OutputQueue<TestUart>.BytesMax, wire.Sent.Count);
        Assert.Equal(0, wire.Sent[0]);
    }

    [Fact]
    public void ClientRing_BehavesLikeAQueue() => Prop.ForAll<(bool, byte)[]>(operations =>
    {
        var ring = default(ClientRing);
        var model = new Queue<byte>();
        foreach ((bool isPut, byte value) in operations)
        {
            if (isPut)
            {
                bool hasRoom = model.Count < ClientRing.BytesMax;
                if (hasRoom) model.Enqueue(value);
                if (ring.TryPut(value) != hasRoom) return false;
            }
            else
            {
                bool isThere = model.TryDequeue(out byte expected);
                if (ring.TryTake(out byte taken) != isThere || taken != expected) return false;
            }
        }
        return ring.Count == model.Count;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ClientRing_IsBounded()
    {
        var ring = default(ClientRing);
        for (int index = 0; index < ClientRing.BytesMax; index++) Assert.True(ring.TryPut(1));
        Assert.False(ring.TryPut(2));
        Assert.True(ring.TryTake(out byte value));
        Assert.Equal(1, value);
        Assert.True(ring.TryPut(3));
    }

    [Fact]
    public void ClientRing_CountsWhatIsLostAndNotWhatComesAgain()
    {
        var ring = default(ClientRing);
        byte[] text = new byte[ClientRing.BytesMax - 2];
        Assert.Equal(text.Length, ring.Put(text));
        Assert.Equal(2, ring.Put("abcde"u8, comesAgain: true));
        Assert.Equal(0u, ring.TakeLost());
        Assert.Equal(0, ring.Put("abcde"u8));
        Assert.Equal(5u, ring.TakeLost());
        Assert.Equal(0u, ring.TakeLost());
    }

    /// <summary>The two sides run at once, as they do on two CPUs.</summary>
    [Fact]
    public async Task ClientRing_CarriesBytesBetweenThreads()
    {
        const int Count = 500_000;
        SharedRing shared = new();
        Task writer = Task.Factory.StartNew(
            () => shared.Write(Count), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        Assert.Equal(Count, shared.Read(Count));
        await writer;
    }

    private sealed class SharedRing
    {
        private ClientRing _ring;

        public void Write(int count)
        {
            Span<byte> text = stackalloc byte[57];
            for (int done = 0; done < count;)
            {
                int length = Math.Min(text.Length, count - done);
                for (int index = 0; index < length; index++) text[index] = Value(done + index);
                int taken = _ring.Put(text[..length], comesAgain: true);
                done += taken;
                if (taken == 0) Thread.Yield();
            }
        }

        // How many bytes came as they were sent.
        public int Read(int count)
        {
            int goodCount = 0;
            for (int done = 0; done < count;)
            {
                if (!_ring.TryTake(out byte value))
                {
                    Thread.Yield();
                    continue;
                }
                if (value == Value(done++)) goodCount++;
            }
            return goodCount;
        }

        private static byte Value(int position) => (byte)((position * 7) ^ (position >> 8));
    }

    [Fact]
    public void FairShare_StopsTheFloodAndNobodyElse()
    {
        uint share = FairShare.ShareOf(8192, 3);
        var shares = default(FairShare);
        shares.Charge(0, share);
        Assert.False(shares.TryUse(0, share));
        Assert.True(shares.TryUse(1, share));
        Assert.True(shares.TryUse(16, share));
        Assert.Equal(1u, shares.TakeLost(0));
        Assert.Equal(0u, shares.TakeLost(0));
        shares.Renew();
        Assert.True(shares.TryUse(0, share));
    }
}
