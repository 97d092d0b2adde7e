// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>A semaphore's count would become larger than it may.</summary>
public class SemaphoreFullException : SystemException
{
    private const string Usual =
        "Adding the specified count to the semaphore would cause it "
        + "to exceed its maximum count.";

    public SemaphoreFullException()
        : base(Usual)
    {
    }

    public SemaphoreFullException(string? message)
        : base(message ?? Usual)
    {
    }

    public SemaphoreFullException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }
}
