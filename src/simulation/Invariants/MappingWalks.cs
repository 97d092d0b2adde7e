// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>What walks of the tables found for each mapping. It is still so while neither the
/// mapping's row, nor its domain's root, nor a table page that was or is the domain's changes:
/// that no walk leaves the domain's own pages is I9's.</summary>
internal sealed class MappingWalks
{
    private readonly Mapping[] _mappings = new Mapping[KernelState.MappingsMax];
    private readonly Translation?[] _firstPages = new Translation?[KernelState.MappingsMax];
    private readonly bool[] _isWalked = new bool[KernelState.MappingsMax];
    private readonly bool[] _isRight = new bool[KernelState.MappingsMax];
    private readonly ulong[] _roots = new ulong[Limits.DomainsMax];
    private uint _changedDomains;

    /// <summary>Whether a walk over the whole mapping found what the book-keeping says.</summary>
    internal bool IsRight(int mapping) => _isRight[mapping];

    /// <summary>Says that <see cref="IsRight"/>.</summary>
    internal void FoundRight(int mapping) => _isRight[mapping] = true;

    /// <summary>Where the first page of a mapping leads; null: nowhere.</summary>
    internal Translation? FirstPageOf(Inspection at, int mapping)
    {
        if (_isWalked[mapping]) return _firstPages[mapping];
        ref Mapping row = ref at.State.Mappings[mapping];
        _firstPages[mapping] = TablesMatchMappings.Walk(at, ref row, row.Address.Value);
        _isWalked[mapping] = true;
        return _firstPages[mapping];
    }

    /// <summary>Says that tables of a domain changed.</summary>
    internal void Change(ref KernelState state, Link<ProtectionDomain> domain)
    {
        if (domain.IsNone) return;
        uint index = domain.Behind(
            Link<ProtectionDomain>.To(ref state, ref state.Domains[0]));
        if (index < Limits.DomainsMax) _changedDomains |= 1u << (int)index;
        else ChangeAll();
    }

    /// <summary>Says that all tables may have changed.</summary>
    internal void ChangeAll() => _changedDomains = uint.MaxValue;

    /// <summary>Finds the roots and rows that changed, and forgets the walks of what
    /// did.</summary>
    /// <returns>Whether any root or row changed.</returns>
    internal bool Update(ref KernelState state)
    {
        bool haveChanged = false;
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            ulong root = state.Domains[index].TranslationRoot;
            if (root == _roots[index]) continue;
            _roots[index] = root;
            _changedDomains |= 1u << index;
            haveChanged = true;
        }
        haveChanged |= KeepRows(state.Mappings);
        if (_changedDomains == 0) return haveChanged;
        Link<ProtectionDomain> first =
            Link<ProtectionDomain>.To(ref state, ref state.Domains[0]);
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            Link<ProtectionDomain> domain = _mappings[index].Domain;
            if (domain.IsNone) continue;
            int number = (int)Math.Min(domain.Behind(first), Limits.DomainsMax);
            if (((_changedDomains >> number) & 1) != 0) Forget(index);
        }
        _changedDomains = 0;
        return haveChanged;
    }

    private bool KeepRows(ReadOnlySpan<Mapping> now)
    {
        if (MemoryMarshal.AsBytes(now).SequenceEqual(
            MemoryMarshal.AsBytes(_mappings.AsSpan()))) return false;
        for (int index = 0; index < now.Length; index++)
        {
            if (SameBytes.Are(in now[index], in _mappings[index])) continue;
            _mappings[index] = now[index];
            Forget(index);
        }
        return true;
    }

    private void Forget(int mapping) => _isWalked[mapping] = _isRight[mapping] = false;
}
