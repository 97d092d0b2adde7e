// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain;

/// <summary>A build step failed; the message is for the user, whole and readable.</summary>
public class ToolchainException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, why, and what to do.</param>
    public ToolchainException(string message)
        : base(message)
    {
    }
}
