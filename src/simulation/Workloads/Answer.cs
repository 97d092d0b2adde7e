// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Workloads;

/// <summary>What a thread finds in its registers after a hypercall.</summary>
internal readonly struct Answer(World world, Link<ExecutionContext> caller)
{
    /// <summary>The result code.</summary>
    internal ResultCode Code => new(caller.In(ref world.State).Frame[0]);

    /// <summary>The value.</summary>
    internal ulong Value => caller.In(ref world.State).Frame[1];
}
