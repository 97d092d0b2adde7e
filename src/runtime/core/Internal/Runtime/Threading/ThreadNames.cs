// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime.Threading;

/// <summary>What threads are called in messages.</summary>
internal static class ThreadNames
{
    /// <summary>The name of a thread by its number.</summary>
    internal static string Of(ulong number)
    {
        int index = (int)number - 1;
        if (index is > 0 and < ThreadTable.Server)
            return "thread '" + ProgramTables.Text(PartitionPage.NameOf(index)) + "'";
        return index == 0 ? "the main thread" : "the server thread";
    }

    /// <summary>Whether a declared thread has a name.</summary>
    internal static bool IsName(int index, string name)
    {
        ReadOnlySpan<byte> declared = PartitionPage.NameOf(index);
        if (declared.Length != name.Length)
            return false;
        for (int at = 0; at < name.Length; at++)
        {
            if (declared[at] != name[at])
                return false;
        }
        return true;
    }
}
