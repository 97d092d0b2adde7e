// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Communication;

/// <summary>Chains of calls: who works for whom.</summary>
internal static class Chain
{
    /// <summary>Most calls that may be nested.</summary>
    internal const int DepthMax = 16;

    /// <summary>The context that time spent on another one goes to: the end of its chain of calls
    /// and help.</summary>
    internal static ExecutionContext End(Step step, ObjectId start)
    {
        ExecutionContext context = step.Get<ExecutionContext>(start);
        while (context.Activity is Activity.Calling or Activity.Helping)
        {
            context = step.Get<ExecutionContext>(context.Partner);
        }
        return context;
    }

    /// <summary>Number of callers that wait behind a context.</summary>
    internal static int Depth(Step step, ExecutionContext context)
    {
        int depth = 0;
        while (context is NativeThread { Caller.IsNone: false } server)
        {
            context = step.Get<ExecutionContext>(server.Caller);
            depth++;
        }
        return depth;
    }
}
