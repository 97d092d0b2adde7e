// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Bulkhead.Conformance.Threads;

/// <summary>Threads for the cases. Those without a name run on any declared thread.</summary>
internal static class Crew
{
    /// <summary>Longer than anything that is waited for on purpose.</summary>
    internal const int Patience = 10_000;

    /// <summary>A time that passes.</summary>
    internal const int Moment = 5;

    /// <summary>Starts a thread.</summary>
    internal static Thread Start(ThreadStart body)
    {
        Thread thread = new(body);
        thread.Start();
        return thread;
    }

    /// <summary>Lets another thread run a body, to its end.</summary>
    internal static void Run(ThreadStart body) => Start(body).Join();

    /// <summary>Lets two threads run at once, to their end.</summary>
    internal static void Both(ThreadStart first, ThreadStart second)
    {
        Thread one = Start(first);
        Thread other = Start(second);
        one.Join();
        other.Join();
    }

    /// <summary>What an action throws.</summary>
    internal static string Thrown(Action action)
    {
        try
        {
            action();
            return "nothing";
        }
        catch (Exception error)
        {
            return error.GetType().Name + ": " + error.Message;
        }
    }
}
