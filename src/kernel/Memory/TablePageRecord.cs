// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>Book-keeping of one table page.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct TablePageRecord
{
    /// <summary>Domain that it belongs to; none: free.</summary>
    public Link<ProtectionDomain> Owner;

    /// <summary>Valid descriptors in it.</summary>
    public uint UsedEntries;
}
