// SPDX-License-Identifier: MIT
namespace System.Threading;

/// <summary>What a barrier does between two phases has failed.</summary>
public class BarrierPostPhaseException : Exception
{
    private const string Usual = "The postPhaseAction failed with an exception.";

    public BarrierPostPhaseException()
        : base(Usual)
    {
    }

    public BarrierPostPhaseException(Exception? innerException)
        : base(Usual, innerException)
    {
    }

    public BarrierPostPhaseException(string? message)
        : base(message ?? Usual)
    {
    }

    public BarrierPostPhaseException(string? message, Exception? innerException)
        : base(message ?? Usual, innerException)
    {
    }
}
