// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <summary>Contexts that must execute their last hypercall again, by the key of their
/// incarnation.</summary>
internal sealed class RestartTable
{
    private readonly ulong[] _keys = new ulong[KernelState.ContextsMax];
    private readonly bool[] _isSet = new bool[KernelState.ContextsMax];
    private readonly Hypercall[] _numbers = new Hypercall[KernelState.ContextsMax];
    private int _count;

    // A helper repeats a call, perhaps with a deadline. No hypercall has these numbers.
    private const Hypercall Help = (Hypercall)0x8001;
    private const Hypercall HelpUntil = (Hypercall)0x8000;

    // The number is that of a hypercall that was left in its middle, or one of a helper's.
    internal void Set(ref KernelState state, ref ExecutionContext context, Hypercall number)
    {
        int index = IndexOf(ref state, context.Self);
        if (!_isSet[index]) _count++;
        _isSet[index] = true;
        _keys[index] = context.Key;
        _numbers[index] = number;
    }

    // What a helper repeats that could not make its call.
    internal static Hypercall HelpOf(CallKind kind) =>
        kind == CallKind.PortalUntil ? HelpUntil : Help;

    // Whether it is a helper's, which takes no interrupt before.
    internal static bool IsHelp(Hypercall number) => number is Help or HelpUntil;

    // What is executed for it.
    internal static Hypercall CallOf(Hypercall number) => number switch
    {
        Help => Hypercall.Call,
        HelpUntil => Hypercall.CallUntil,
        _ => number,
    };

    internal void Remove(ref KernelState state, Link<ExecutionContext> link)
    {
        if (_count != 0) Take(ref state, link, out _);
    }

    // Whether this incarnation of a context had to; then it is done with.
    internal bool Take(ref KernelState state, Link<ExecutionContext> link)
    {
        if (_count == 0 || link.IsNone) return false;
        return Take(ref state, link, out ulong key) && link.In(ref state).Key == key;
    }

    internal int Count => _count;

    // Whether anybody repeats what it left in its middle.
    internal bool HasLeft
    {
        get
        {
            for (int index = 0; _count != 0 && index < _isSet.Length; index++)
            {
                if (_isSet[index] && !IsHelp(_numbers[index])) return true;
            }
            return false;
        }
    }

    // What a context repeats, if it has to.
    internal Hypercall NumberOf(ref KernelState state, Link<ExecutionContext> link) =>
        _numbers[IndexOf(ref state, link)];

    // Whether this incarnation of a context has to.
    internal bool Has(ref KernelState state, ref ExecutionContext context)
    {
        if (_count == 0) return false;
        int index = IndexOf(ref state, context.Self);
        return _isSet[index] && _keys[index] == context.Key;
    }

    // Two words for each: row and key.
    internal int Save(Span<ulong> words)
    {
        int at = 0;
        for (int index = 0; index < _isSet.Length && at < 2 * _count; index++)
        {
            if (!_isSet[index]) continue;
            words[at++] = (uint)index | ((ulong)_numbers[index] << 32);
            words[at++] = _keys[index];
        }

        return at;
    }

    internal void Load(ReadOnlySpan<ulong> words)
    {
        if (_count != 0) Clear();
        for (int at = 0; at < words.Length; at += 2)
        {
            int index = (int)(uint)words[at];
            _isSet[index] = true;
            _keys[index] = words[at + 1];
            _numbers[index] = (Hypercall)(words[at] >> 32);
            _count++;
        }
    }

    internal void Clear()
    {
        Array.Clear(_isSet);
        _count = 0;
    }

    internal void CopyFrom(RestartTable other)
    {
        other._keys.CopyTo(_keys, 0);
        other._isSet.CopyTo(_isSet, 0);
        other._numbers.CopyTo(_numbers, 0);
        _count = other._count;
    }

    private bool Take(ref KernelState state, Link<ExecutionContext> link, out ulong key)
    {
        int index = IndexOf(ref state, link);
        key = _keys[index];
        if (!_isSet[index]) return false;
        _isSet[index] = false;
        _count--;
        return true;
    }

    private static int IndexOf(ref KernelState state, Link<ExecutionContext> link)
    {
        uint first = Link<ExecutionContext>.To(ref state, ref state.Contexts[0]).Offset;
        uint size = Link<ExecutionContext>.To(ref state, ref state.Contexts[1]).Offset - first;
        return (int)((link.Offset - first) / size);
    }
}
