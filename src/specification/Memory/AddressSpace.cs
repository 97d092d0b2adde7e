// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Memory;

/// <summary>Domains' address spaces: mappings that do not overlap.</summary>
internal static class AddressSpace
{
    /// <summary>Adds a mapping, if there is none of the same range, a row is left for it, its range
    /// is free and there are table pages for it. It is made from its first address on: what is met
    /// first is the reason.</summary>
    internal static Reason Add(Step step, ObjectId id, Mapping mapping)
    {
        ProtectionDomain domain = step.Get<ProtectionDomain>(id);
        bool isThere = domain.Mappings.Any(
            one => one.Address == mapping.Address && one.Bytes == mapping.Bytes);
        if (isThere) return Reason.AlreadyMapped;
        if (step.State.Usage.Mappings >= step.State.Capacities.MappingsMax)
        {
            return Reason.PoolExhausted;
        }
        int place = 0;
        while (place < domain.Mappings.Length && domain.Mappings[place].End <= mapping.Address)
        {
            place++;
        }
        ulong end = place < domain.Mappings.Length
            ? Math.Min(domain.Mappings[place].Address, mapping.End) : mapping.End;
        ImmutableArray<Mapping> mappings = end <= mapping.Address
            ? domain.Mappings
            : domain.Mappings.Insert(place, mapping with { Bytes = end - mapping.Address });
        int pages = TablePages.Count(mappings) - domain.TablePagesUsed;
        int left = domain.TablePagesQuota - domain.TablePagesUsed;
        int free = step.State.Capacities.TablePagesMax - step.State.Usage.TablePages;
        if (pages > Math.Min(left, free))
        {
            return left <= free ? Reason.TableQuota : Reason.TablePagesExhausted;
        }
        if (end != mapping.End) return Reason.AlreadyMapped;
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
