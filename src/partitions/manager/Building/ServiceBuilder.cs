// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Makes the threads that hear of faults and of the partitions' reports, one on each CPU
/// that has threads: faults are calls, and calls stay on their CPU.</summary>
public static class ServiceBuilder
{
    private const MemoryAccess ReadWrite = MemoryAccess.Read | MemoryAccess.Write;

    /// <summary>Makes them.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Build(ref BuildContext context)
    {
        uint cpus = ThreadCpus.OfAll(in context.View);
        uint memory = ServerStacks.FindManagers(in context.View);
        ulong offset = 0;
        for (uint cpu = 0; cpu < Limits.CpusMax; cpu++)
        {
            if (!ThreadCpus.Has(cpus, cpu)) continue;
            // The first CPU's stack is a part of the program.
            if (cpu != 0)
            {
                PageRange stack = ServerStacks.RangeOf(cpu);
                ResultCode code = SystemKernel.Map(
                    Selectors.OwnDomain, Selectors.BootSegments + memory, offset, stack.Start,
                    stack.Bytes, ReadWrite);
                if (!context.Done(BuildStep.Manager, code)) return false;
                offset += stack.Bytes;
            }
            if (!CreateThread(ref context, cpu)) return false;
        }
        return true;
    }

    private static bool CreateThread(ref BuildContext context, uint cpu)
    {
        ThreadPlan plan = DomainBuilder.ServerPlan(
            cpu, cpu == 0, context.View.Header.ManagerServerStackTop);
        plan.Domain = Selectors.OwnDomain;
        uint thread = context.Pool.Take();
        context.ManagerServers[(int)cpu] = thread;
        return context.Done(BuildStep.Manager, SystemKernel.CreateThread(thread, in plan));
    }
}
