// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A method together with the object that it is called on.</summary>
/// <remarks>
/// Order of the fields and names of the Initialize methods are a contract with the native compiler,
/// which reads the first argument at 8 and the address at 32.
/// </remarks>
public abstract unsafe class Delegate : ICloneable
{
    private const int MulticastThunk = 0;
    private const int ClosedStaticThunk = 1;
    private const int ClosedInstanceThunkOverGenericMethod = 3;

    private object? _firstParameter;
    private object? _helperObject;
    private nint _extraFunctionPointerOrData;
    private nint _functionPointer;

    private struct Wrapper
    {
        internal Delegate Value;
    }

    public object? Target
    {
        get
        {
            if (_helperObject is Wrapper[] list)
                return list[(int)_extraFunctionPointerOrData - 1].Value.Target;
            if (_functionPointer == GetThunk(ClosedStaticThunk)
                || _functionPointer == GetThunk(ClosedInstanceThunkOverGenericMethod))
                return _helperObject;
            return _firstParameter == (object)this ? null : _firstParameter;
        }
    }

    /// <summary>Whether it needs an object that lies in a scope, besides itself.</summary>
    internal bool LeadsIntoScope => Internal.Runtime.Heap.IsInScope(_helperObject)
        || (_firstParameter != (object)this && Internal.Runtime.Heap.IsInScope(_firstParameter));

    /// <summary>Makes a copy, byte by byte, of another delegate lead to itself where that
    /// does.</summary>
    internal void LeadToItself(Delegate other)
    {
        if (_firstParameter == (object)other)
            _firstParameter = this;
    }

    private int CallCount => _helperObject is Wrapper[] ? (int)_extraFunctionPointerOrData : 1;

    private protected virtual nint GetThunk(int whichThunk) => 0;

    private void InitializeClosedInstance(object? firstParameter, nint functionPointer)
    {
        if (firstParameter is null)
            throw new ArgumentException("Delegate to an instance method cannot have null 'this'.");
        _functionPointer = functionPointer;
        _firstParameter = firstParameter;
    }

    private void InitializeClosedInstanceSlow(object? firstParameter, nint functionPointer)
    {
        if (firstParameter is null)
            throw new ArgumentException("Delegate to an instance method cannot have null 'this'.");
        // Bit 1 marks a pointer to code with a generic argument beside it.
        if ((functionPointer & 2) == 0)
        {
            _functionPointer = functionPointer;
            _firstParameter = firstParameter;
            return;
        }
        _firstParameter = this;
        _functionPointer = GetThunk(ClosedInstanceThunkOverGenericMethod);
        _extraFunctionPointerOrData = functionPointer;
        _helperObject = firstParameter;
    }

    private void InitializeClosedInstanceToInterface(object? firstParameter, nint dispatchCell)
    {
        if (firstParameter is null)
            throw new NullReferenceException();
        _functionPointer = Internal.Runtime.Dispatch.InterfaceDispatch.Resolve(
            firstParameter, (Internal.Runtime.Dispatch.DispatchCell*)dispatchCell);
        _firstParameter = firstParameter;
    }

    private void InitializeClosedStaticThunk(
        object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _extraFunctionPointerOrData = functionPointer;
        _helperObject = firstParameter;
        _functionPointer = functionPointerThunk;
        _firstParameter = this;
    }

    private void InitializeOpenStaticThunk(
        object? firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _firstParameter = this;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
    }

    public static Delegate? Combine(Delegate? a, Delegate? b)
    {
        if (a is null)
            return b;
        if (b is null)
            return a;
        RequireSameType(a, b);
        int first = a.CallCount;
        Wrapper[] list = new Wrapper[first + b.CallCount];
        a.CopyCalls(list, 0);
        b.CopyCalls(list, first);
        return a.NewMulticast(list, list.Length);
    }

    public static Delegate? Combine(params Delegate?[]? delegates)
    {
        Delegate? all = null;
        for (int i = 0; i < (delegates?.Length ?? 0); i++)
            all = Combine(all, delegates![i]);
        return all;
    }

    public static Delegate? Remove(Delegate? source, Delegate? value)
    {
        if (source is null || value is null)
            return source;
        RequireSameType(source, value);
        int have = source.CallCount, take = value.CallCount;
        for (int start = have - take; start >= 0; start--)
        {
            if (!source.HasCallsAt(start, value))
                continue;
            if (have == take)
                return null;
            if (have - take == 1)
                return source.CallAt(start == 0 ? have - 1 : 0);
            Wrapper[] list = new Wrapper[have - take];
            for (int i = 0, to = 0; i < have; i++)
            {
                if (i < start || i >= start + take)
                    list[to++].Value = source.CallAt(i);
            }
            return source.NewMulticast(list, list.Length);
        }
        return source;
    }

    public static Delegate? RemoveAll(Delegate? source, Delegate? value)
    {
        while (true)
        {
            Delegate? less = Remove(source, value);
            if (less == source)
                return less;
            source = less;
        }
    }

    public Delegate[] GetInvocationList()
    {
        Delegate[] list = new Delegate[CallCount];
        for (int i = 0; i < list.Length; i++)
            list[i] = CallAt(i);
        return list;
    }

    public object Clone() => MemberwiseClone();

    public override bool Equals(object? obj)
    {
        if (obj is not Delegate other || other.Table != Table || other.CallCount != CallCount)
            return false;
        if (_helperObject is Wrapper[])
            return HasCallsAt(0, other);
        bool hasThunk = _firstParameter == (object)this;
        return _functionPointer == other._functionPointer
            && _extraFunctionPointerOrData == other._extraFunctionPointerOrData
            && _helperObject == other._helperObject
            && (hasThunk ? other._firstParameter == (object)other
                : _firstParameter == other._firstParameter);
    }

    public override int GetHashCode() => (int)_functionPointer
        ^ (int)_extraFunctionPointerOrData ^ (int)Table->HashCode;

    public static bool operator ==(Delegate? d1, Delegate? d2) =>
        (object?)d1 == d2 || (d1 is not null && d1.Equals(d2));

    public static bool operator !=(Delegate? d1, Delegate? d2) => !(d1 == d2);

    private static void RequireSameType(Delegate a, Delegate b)
    {
        if (a.Table != b.Table)
            throw new ArgumentException("Delegates must be of the same type.");
    }

    private Delegate CallAt(int index) =>
        _helperObject is Wrapper[] list ? list[index].Value : this;

    private void CopyCalls(Wrapper[] list, int start)
    {
        for (int i = 0; i < CallCount; i++)
            list[start + i].Value = CallAt(i);
    }

    private bool HasCallsAt(int start, Delegate value)
    {
        for (int i = 0; i < value.CallCount; i++)
        {
            if (!CallAt(start + i).Equals(value.CallAt(i)))
                return false;
        }
        return true;
    }

    private Delegate NewMulticast(Wrapper[] list, int count)
    {
        Delegate made = Unsafe.As<Delegate>(Internal.Runtime.Allocation.NewObject(Table));
        made._functionPointer = GetThunk(MulticastThunk);
        made._firstParameter = made;
        made._helperObject = list;
        made._extraFunctionPointerOrData = count;
        return made;
    }
}
