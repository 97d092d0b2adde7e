// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// Messages to the console server's portal. The label of the <see cref="MessageDescriptor"/> is the
/// operation.
/// </summary>
public enum ConsoleProtocol : uint
{
    /// <summary>Write. Word 0: byte count. Up to 56 bytes stand in words 1 to 7 (little endian,
    /// UTCB word count
    /// 0); more, up to 4096, in the UTCB (UTCB word count = bytes / 8 rounded up).</summary>
    Write = 1,

    /// <summary>Read typed input. Reply: word 0 byte count (0 to 56), the bytes in words 1 to 7.
    /// Only terminal channels have input; the client's wake-up semaphore is raised when there is
    /// some.</summary>
    Read = 2,
}
