// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Partitions;

/// <summary>Calls from one partition to another.</summary>
internal static class CallTests
{
    private const int Words = (int)MessageDescriptor.WordsMax;

    internal static void Run(ref RecordWriter records)
    {
        Tally wrong = default;
        for (uint round = 0; round < 200; round++) Call(round, (round & 1) != 0, ref wrong);
        records.None("partitions"u8, "messages-arrive-intact"u8, in wrong);
    }

    // The odd rounds take a whole page along.
    private static void Call(uint round, bool hasPage, ref Tally wrong)
    {
        var message = new Message(round);
        for (int word = 0; word < Limits.InlineWords; word++) message.Words[word] =
            Value(round, word);
        for (int word = 0; word < Words; word++) Utcb.Words[word] = Value(round, word);
        if (hasPage) message.Descriptor = new MessageDescriptor(round, MessageDescriptor.WordsMax);
        ResultCode code = Kernel.Call(Neighbours.Server, ref message);
        wrong.Add(round, code.IsSuccess, code.Value);
        wrong.Add(round, message.Words[0] == (Badge.Client | Partition.Info.Id), message.Words[0]);
        for (int word = 1; word < Limits.InlineWords; word++)
            wrong.Add(round, message.Words[word] == ~Value(round, word), message.Words[word]);
        for (int word = 0; word < Words; word++)
        {
            ulong expected = Value(round, hasPage ? Words - 1 - word : word);
            wrong.Add((round << 16) | (uint)word, Utcb.Words[word] == expected, Utcb.Words[word]);
        }
    }

    private static ulong Value(uint round, int word) =>
        (0x9e37_79b9_7f4a_7c15 * (round + 1)) ^ ((ulong)(uint)word << 48) ^ (uint)word;
}
