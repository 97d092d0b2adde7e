// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Messages to the partition manager's service portal. The label of the
/// <see cref="MessageDescriptor"/> is the operation; the badge tells who asks.
/// </summary>
public enum ManagerProtocol : uint
{
    /// <summary>A virtual machine's monitor reports that its guest ended. Word 0:
    /// <see cref="GuestEnd"/>, words 1 to 3: address, syndrome, pc. The manager logs it.</summary>
    GuestEnded = 1,

    /// <summary>The caller has nothing more to do; it is logged.</summary>
    PartitionDone = 2,
}
