// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Memory;

/// <summary>Domains' address spaces: mappings that do not overlap.</summary>
internal static class AddressSpace
{
    /// <summary>Adds a mapping, if its range is free and there are table pages for it.</summary>
    internal static Reason Add(Step step, ObjectId id, Mapping mapping)
    {
        ProtectionDomain domain = step.Get<ProtectionDomain>(id);
        int place = 0;
        while (place < domain.Mappings.Length && domain.Mappings[place].End <= mapping.Address)
        {
            place++;
        }
        if (place < domain.Mappings.Length && domain.Mappings[place].Address < mapping.End)
        {
            return Reason.AlreadyMapped;
        }
        if (step.State.Usage.Mappings >= step.State.Capacities.MappingsMax)
        {
            return Reason.PoolExhausted;
        }
        ImmutableArray<Mapping> mappings = domain.Mappings.Insert(place, mapping);
        int pages = TablePages.Count(mappings) - domain.TablePagesUsed;
        if (domain.TablePagesUsed + pages > domain.TablePagesQuota) return Reason.TableQuota;
        if (step.State.Usage.TablePages + pages > step.State.Capacities.TablePagesMax)
        {
            return Reason.TablePagesExhausted;
        }
        Put(step, domain, mappings);
        return Reason.None;
    }

    /// <summary>Removes a mapping.</summary>
    internal static void Remove(Step step, ObjectId id, Mapping mapping)
    {
        ProtectionDomain domain = step.Get<ProtectionDomain>(id);
        Put(step, domain, domain.Mappings.Remove(mapping));
    }

    /// <summary>Removes the mappings that came from a capability, in all domains.</summary>
    internal static void RemoveFrom(Step step, SlotName source)
    {
        if (step.Find<MemorySegment>(step.State.At(source)!.Target) is null) return;
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is not ProtectionDomain domain) continue;
            ImmutableArray<Mapping> kept =
                domain.Mappings.RemoveAll(mapping => mapping.Source == source);
            if (kept.Length != domain.Mappings.Length) Put(step, domain, kept);
        }
    }

    /// <summary>Removes a thread's message page.</summary>
    internal static void RemoveUtcb(Step step, ObjectId id, ObjectId thread)
    {
        ProtectionDomain domain = step.Get<ProtectionDomain>(id);
        Put(step, domain, domain.Mappings.RemoveAll(mapping => mapping.Thread == thread));
    }

    /// <summary>Removes everything.</summary>
    internal static void Clear(Step step, ObjectId id) =>
        Put(step, step.Get<ProtectionDomain>(id), []);

    private static void Put(Step step, ProtectionDomain domain, ImmutableArray<Mapping> mappings)
    {
        step.State = step.State with
        {
            Usage = step.State.Usage with
            {
                Mappings = step.State.Usage.Mappings + mappings.Length - domain.Mappings.Length,
            },
        };
        step.Put(domain with { Mappings = mappings });
        TablePages.Use(step, domain.Id, TablePages.Count(mappings) - domain.TablePagesUsed);
    }
}
