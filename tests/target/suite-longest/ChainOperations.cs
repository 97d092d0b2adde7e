// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Operations on chains of calls.</summary>
internal static class ChainOperations
{
    // Nobody is helped through a longer one.
    private const uint Links = 16;

    // Servers of a chain of calls, which is made longer after the others have begun to help.
    private const uint Servers = 19;

    /// <summary>Makes a server that waits, and lets all others call it.</summary>
    /// <param name="deadline">Until when they call.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BuildHelpers(ulong deadline)
    {
        ResultCode code = Crowd.Serve(0, ServerBadge.Of(Places.Nobody, 0, 0));
        for (uint number = 1; number < Crowd.Size && code.IsSuccess; number++)
        {
            code = Crowd.Start(number, ThreadEntry.Call, Places.Portals, deadline);
        }
        return code.IsSuccess ? CrowdOperations.Approach(deadline) : code;
    }

    /// <summary>Makes servers each of which faults into the next; the last one waits. A thread
    /// calls the first, and another each of the last ones.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BuildFaults()
    {
        ResultCode code = Crowd.Serve(0, ServerBadge.Of(Places.Nobody, 0, 0));
        for (uint number = 1; number < Servers && code.IsSuccess; number++)
        {
            code = Crowd.Serve(number, ServerBadge.Faults, Places.Portals + number - 1);
        }
        for (uint number = Servers; number < Crowd.Size && code.IsSuccess; number++)
        {
            uint called = number == Servers ? Servers - 1 : (number - Servers - 1) % Links;
            code = Crowd.Start(
                number, ThreadEntry.Call, Places.Portals + called, Kernel.Forever);
        }
        return code;
    }

    /// <summary>Stops the server that waits.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode StopFaults() => Kernel.Stop(Places.Threads);

    /// <summary>Makes servers each of which calls the next. A thread calls the first, all others
    /// help it. The last one waits, is raised once, and waits again.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BuildCalls()
    {
        ResultCode code = CreateSemaphores();
        if (code.IsSuccess) code = Crowd.Serve(
            0, ServerBadge.Of(Places.Second, 0, Places.Third));
        for (uint number = 1; number < Servers && code.IsSuccess; number++)
        {
            // The chain stops here until all others help.
            uint semaphore = number == Servers - Links ? Places.First : 0;
            code = Crowd.Serve(number, ServerBadge.Of(semaphore, Places.Portals + number - 1, 0));
        }
        for (uint number = Servers; number < Crowd.Size && code.IsSuccess; number++)
        {
            code = Crowd.Start(
                number, ThreadEntry.Call, Places.Portals + Servers - 1, Kernel.Forever);
        }
        return code.IsSuccess ? Kernel.SemaphoreUp(Places.First) : code;
    }

    private static ResultCode CreateSemaphores()
    {
        ResultCode code = Kernel.CreateSemaphore(Places.First, 0);
        if (code.IsSuccess) code = Kernel.CreateSemaphore(Places.Second, 0);
        return code.IsSuccess ? Kernel.CreateSemaphore(Places.Third, 0) : code;
    }
}
