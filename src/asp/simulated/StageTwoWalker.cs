// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The table walk of the hardware: three levels for 39 bits. It knows the descriptor format and
/// physical memory, nothing of the kernel's own book-keeping. Descriptors that it fetched stay
/// cached, as hardware may keep them, until the address space is invalidated.
/// </summary>
/// <param name="memory">Physical memory.</param>
public sealed class StageTwoWalker(PhysicalMemory memory)
{
    private const int AddressBits = 39;

    private readonly Dictionary<(ushort Space, int Level, ulong Prefix), Fetch> _cache = [];

    private readonly record struct Fetch(ulong Location, StageTwoDescriptor Descriptor);

    /// <summary>Cached descriptors.</summary>
    public int CachedCount => _cache.Count;

    /// <summary>Translates as the processor would, with whatever is cached.</summary>
    /// <param name="root">The address space.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <returns>The translation; null: a fault.</returns>
    public Translation? Translate(TranslationRoot root, ulong address) =>
        Walk(root, address, usesCache: true);

    /// <summary>Translates by the tables alone.</summary>
    /// <param name="root">The address space.</param>
    /// <param name="address">Guest-physical address.</param>
    /// <returns>The translation; null: a fault.</returns>
    public Translation? TranslateUncached(TranslationRoot root, ulong address) =>
        Walk(root, address, usesCache: false);

    /// <summary>Forgets everything about an address space.</summary>
    /// <param name="space">Its identifier.</param>
    public void Invalidate(ushort space)
    {
        foreach (var key in _cache.Keys.Where(key =>
            key.Space == space).ToList()) _cache.Remove(key);
    }

    /// <summary>Looks for a cached descriptor that memory no longer holds: a missing
    /// invalidation.</summary>
    /// <returns>What is stale; null: nothing.</returns>
    public string? FindStale()
    {
        foreach (var (key, fetch) in _cache)
        {
            if (memory.Read(fetch.Location) == fetch.Descriptor.Value) continue;
            return $"space {key.Space} level {key.Level} prefix {key.Prefix:x} still caches "
                + $"{fetch.Descriptor.Value:x}";
        }
        return null;
    }

    private Translation? Walk(TranslationRoot root, ulong address, bool usesCache)
    {
        if (address >> AddressBits != 0) return null;
        ulong table = root.Table;
        for (int level = 1; level <= 3; level++)
        {
            int shift = 12 + (9 * (3 - level));
            ulong location = table + (((address >> shift) & 511) * sizeof(ulong));
            StageTwoDescriptor descriptor = usesCache
                ? FetchCached((root.Space, level, address >> shift), location)
                : new StageTwoDescriptor(memory.Read(location));
            if (!descriptor.IsValid) return null;
            if (descriptor.IsLeafOf(level))
            {
                ulong size = 1ul << shift;
                return new Translation(
                    descriptor.Address + (address & (size - 1)), descriptor.Access, size);
            }
            if (level == 3 || !descriptor.IsTable)
            {
                throw new SimulationException(
                    $"descriptor {descriptor.Value:x} has no meaning at level {level}");
            }
            table = descriptor.Address;
        }
        return null;
    }

    // Invalid descriptors are never cached: hardware must see one that turned valid.
    private StageTwoDescriptor FetchCached(
        (ushort Space, int Level, ulong Prefix) key, ulong location)
    {
        if (_cache.TryGetValue(key, out Fetch fetch)) return fetch.Descriptor;
        StageTwoDescriptor descriptor = new(memory.Read(location));
        if (descriptor.IsValid) _cache[key] = new Fetch(location, descriptor);
        return descriptor;
    }
}
