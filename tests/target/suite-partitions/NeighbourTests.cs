// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Partitions;

/// <summary>What a client sees of a server that fails.</summary>
internal static class NeighbourTests
{
    internal static void Run(ref RecordWriter records)
    {
        ulong stopped = new ResultCode(Status.Aborted, Reason.ServerStopped).Value;
        records.Equal("partitions"u8, "call-of-a-server-that-fails"u8, stopped,
            Kernel.Call(Neighbours.Failing, 1, 2).Code.Value);
        records.Equal("partitions"u8, "call-of-one-that-failed"u8, stopped,
            Kernel.Call(Neighbours.Failing, 1, 2).Code.Value);
        records.Equal("partitions"u8, "the-other-server-goes-on"u8,
            Badge.Client | Partition.Info.Id, Kernel.Call(Neighbours.Server, 1, 2).Value);
        for (int round = 0; round < 100; round++)
            Semaphore.Wakeup.DownUntil(Clock.Now + Clock.TicksOf(1_000_000));
        records.Equal("partitions"u8, "and-still-does"u8,
            Badge.Client | Partition.Info.Id, Kernel.Call(Neighbours.Server, 1, 2).Value);
    }
}
