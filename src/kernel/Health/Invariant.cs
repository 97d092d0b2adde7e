// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Health;

/// <summary>
/// Conditions that hold unless the kernel itself is wrong. Never for input: a caller's mistake is a
/// status, a broken partition a fault.
/// </summary>
public enum Invariant : uint
{
    /// <summary>A table descriptor names a page of the table pool.</summary>
    TablePageInPool = 1,

    /// <summary>A mapping that was checked can be entered.</summary>
    MappingFits = 2,

    /// <summary>The chain of callers of a scheduling context ends.</summary>
    CallChainBounded = 3,

    /// <summary>A caller waits for the server that replies.</summary>
    CallerWaits = 4,

    /// <summary>The partition manager lives.</summary>
    ManagerAlive = 5,

    /// <summary>The kernel's own exception level took no exception.</summary>
    NoKernelException = 6,

    /// <summary>The processor offers what the kernel needs.</summary>
    ProcessorFeatures = 7,

    /// <summary>A check of the C# language failed in the kernel.</summary>
    LanguageCheck = 8,

    /// <summary>The kernel state fits its memory.</summary>
    StateFits = 9,

    /// <summary>A CPU that is asked to stand still does, and is let go again.</summary>
    CpuAnswers = 10,
}

/// <summary>Checks of invariants, kept in release builds.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Check<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Stops the machine when an invariant does not hold.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="invariant">Which.</param>
    public static void That(bool holds, Invariant invariant)
    {
        if (!holds) TAsp.Panic((uint)invariant);
    }
}
