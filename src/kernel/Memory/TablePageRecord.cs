// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

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
