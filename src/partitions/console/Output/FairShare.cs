// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Console;

/// <summary>
/// Flood control: while the queue has not run empty, each client may put at most its share into it,
/// so a flooding client loses its own text and not that of others.
/// </summary>
public struct FairShare
{
    private const int ClientsMax = Limits.PartitionsMax + 1;

    private CountTable _used;
    private CountTable _lost;

    [InlineArray(ClientsMax)]
    private struct CountTable
    {
        private uint _element;
    }

    /// <summary>The share of one client in bytes.</summary>
    /// <param name="queueBytes">Capacity of the queue.</param>
    /// <param name="clientCount">Number of clients that share it.</param>
    /// <returns>Bytes.</returns>
    public static uint ShareOf(uint queueBytes, uint clientCount) => queueBytes / (clientCount + 2);

    /// <summary>Whether a client may write now; if not, its byte counts as lost.</summary>
    /// <param name="client">Its index.</param>
    /// <param name="share">Its share in bytes.</param>
    /// <returns>True when it may.</returns>
    public bool TryUse(int client, uint share)
    {
        if (HasRoom(client, share)) return true;
        _lost[client]++;
        return false;
    }

    /// <summary>Whether a client may write now.</summary>
    /// <param name="client">Its index.</param>
    /// <param name="share">Its share in bytes.</param>
    /// <returns>True when it may.</returns>
    public bool HasRoom(int client, uint share) => _used[client] < share;

    /// <summary>Counts bytes of a client that were lost elsewhere.</summary>
    /// <param name="client">Its index.</param>
    /// <param name="bytes">Bytes.</param>
    public void AddLost(int client, uint bytes) => _lost[client] += bytes;

    /// <summary>Counts what a client put into the queue.</summary>
    /// <param name="client">Its index.</param>
    /// <param name="bytes">Bytes.</param>
    public void Charge(int client, uint bytes) => _used[client] += bytes;

    /// <summary>The queue ran empty: everybody has the full share again.</summary>
    public void Renew()
    {
        // One by one: vector registers would cost every call a switch of the vector state.
        for (int client = 0; client < ClientsMax; client++) _used[client] = 0;
    }

    /// <summary>Takes the number of bytes that a client lost.</summary>
    /// <param name="client">Its index.</param>
    /// <returns>Bytes since the last call.</returns>
    public uint TakeLost(int client)
    {
        uint lost = _lost[client];
        _lost[client] = 0;
        return lost;
    }
}
