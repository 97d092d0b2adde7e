// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks names: they become the console's tags, so they must be plain, distinct and not the
/// manager's.
/// </summary>
public static class NameCheck
{
    /// <summary>Whether a name may be a partition's.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True when it may.</returns>
    public static bool IsName(in PartitionName name)
    {
        int length = name.Length;
        for (int index = 0; index < PartitionName.BytesMax; index++)
        {
            bool isRight = index < length ? IsLetter(name[index]) : name[index] == 0;
            if (!isRight) return false;
        }
        return length != 0 && !IsManager(in name);
    }

    /// <summary>Whether two names are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool AreEqual(in PartitionName left, in PartitionName right)
    {
        for (int index = 0; index < PartitionName.BytesMax; index++)
        {
            if (left[index] != right[index]) return false;
        }
        return true;
    }

    private static bool IsManager(in PartitionName name)
    {
        PartitionName manager = default;
        "manager"u8.CopyTo(manager);
        return AreEqual(in name, in manager);
    }

    private static bool IsLetter(byte value) =>
        value is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9')
            or (byte)'-' or (byte)'_';
}
