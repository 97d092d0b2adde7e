// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Partitions;

/// <summary>Client and server of the tests.</summary>
public static class Program
{
    private static RecordWriter s_records;

    /// <summary>The main thread.</summary>
    /// <param name="argument">0 for the client; the server only serves.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument != 0) return;
        CapabilityTests.Run(ref s_records);
        CallTests.Run(ref s_records);
        NeighbourTests.Run(ref s_records);
        s_records.Finish();
    }

    /// <summary>Answers with the badge, the inverted words, and the page in reverse.</summary>
    /// <param name="message">The call; the reply afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message)
    {
        message.Words[0] = message.Badge;
        for (int word = 1; word < Limits.InlineWords; word++) message.Words[word] =
            ~message.Words[word];
        int count = (int)message.Descriptor.UtcbWords;
        for (int word = 0; word < count / 2; word++)
        {
            ulong value = Utcb.Words[word];
            Utcb.Words[word] = Utcb.Words[count - 1 - word];
            Utcb.Words[count - 1 - word] = value;
        }
    }
}
