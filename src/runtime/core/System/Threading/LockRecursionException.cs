// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>A lock is entered once more than it may be.</summary>
public class LockRecursionException : Exception
{
    private const string Usual =
        "Exception of type 'System.Threading.LockRecursionException' "
        + "was thrown.";

    public LockRecursionException()
        : base(Usual)
    {
    }

    public LockRecursionException(string? message)
        : base(message ?? Usual)
    {
    }

    public LockRecursionException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }
}
