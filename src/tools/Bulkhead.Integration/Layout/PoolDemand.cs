// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Layout;

/// <summary>What a system takes from a pool of the kernel.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Manager">What the kernel and the partition manager take for themselves.</param>
/// <param name="Partitions">What is made for each partition, in order.</param>
public sealed record PoolDemand(KernelPool Pool, int Manager, IReadOnlyList<int> Partitions)
{
    /// <summary>All of it.</summary>
    public int Total => Manager + Partitions.Sum();

    /// <summary>Reports it when it is more than there is, at the partition that is the first to
    /// find no room.</summary>
    /// <param name="model">The system.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public void Check(SystemModel model, DiagnosticBag diagnostics)
    {
        if (Total <= Pool.Capacity)
        {
            return;
        }

        string needs = string.Concat(model.Partitions
            .Select((partition, id) => (partition.Name, Count: Partitions[id]))
            .Where(need => need.Count > 0).Select(need => $", `{need.Name}` {need.Count}"));
        diagnostics.Error(DiagnosticId.TooMany, FirstWithout(model),
            $"the system needs {Total} {Pool.Things}; the kernel has room for {Pool.Capacity}: the "
            + $"partition manager takes {Manager}{needs}", Pool.Remedy);
    }

    private SourceMark FirstWithout(SystemModel model)
    {
        int taken = Manager;
        for (int id = 0; id < Partitions.Count; id++)
        {
            taken += Partitions[id];
            if (taken > Pool.Capacity)
            {
                return model.Partitions[id].Mark;
            }
        }

        return SourceMark.OfFile(model.File);
    }
}
