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
