// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>Calls again and again.</summary>
internal static class Neighbour
{
    internal static void Run()
    {
        PeriodicTimer.Create(Selectors.Free, 101_000, out PeriodicTimer timer);
        while (timer.WaitForNext(out _).IsSuccess) Portal.Channel(0).Call(0, 0);
    }
}
