// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Communication;

/// <summary>Chains of calls: who works for whom.</summary>
internal static class Chain
{
    /// <summary>Most links of a busy server's chain that somebody may help with.</summary>
    internal const int LinksMax = 16;

    /// <summary>The context that time spent on another one goes to: the end of its chain of calls
    /// and help. A helper whose server is free is the end itself: it may try again.</summary>
    internal static ExecutionContext End(Step step, ObjectId start)
    {
        ExecutionContext context = step.Get<ExecutionContext>(start);
        while (context.Activity is Activity.Calling or Activity.Helping)
        {
            ExecutionContext partner = step.Get<ExecutionContext>(context.Partner);
            if (context.Activity == Activity.Helping && partner.Activity == Activity.Idle) break;
            context = partner;
        }
        return context;
    }

    /// <summary>Whether a caller may help a busy server: not if it would wait for itself, and not
    /// if what the server waits for is too far away.</summary>
    internal static Reason CheckHelp(Step step, ObjectId caller, NativeThread server)
    {
        ExecutionContext context = server;
        for (int links = 0; links < LinksMax; links++)
        {
            if (context.Id == caller) return Reason.CallCycle;
            if (context.Activity is not (Activity.Calling or Activity.Helping)) return Reason.None;
            context = step.Get<ExecutionContext>(context.Partner);
        }
        return Reason.CallDepth;
    }
}
