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
    /// 0); more, up to 4096, in the UTCB (UTCB word count = bytes / 8 rounded up). Reply: word 0
    /// bytes taken, the others are lost.</summary>
    Write = 1,

    /// <summary>Read typed input. Reply: word 0 byte count (0 to 56), the bytes in words 1 to 7.
    /// Only terminal channels have input; the client's wake-up semaphore is raised when there is
    /// some.</summary>
    Read = 2,

    /// <summary>Write as <see cref="Write"/>, by a caller that tries again with what the reply says
    /// was not taken: text from another CPU than the server's may find no room for a
    /// moment.</summary>
    WriteSome = 3,
}
