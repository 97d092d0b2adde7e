// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>A bounded range of memory.</summary>
/// <typeparam name="T">Element.</typeparam>
/// <remarks>
/// The order of the fields is a contract with the native compiler, which expands the indexer
/// itself.
/// </remarks>
[Intrinsic]
public readonly unsafe ref partial struct Span<T>
{
    private readonly ref T _reference;
    private readonly int _length;

    /// <summary>The range at an address.</summary>
    /// <param name="pointer">First element.</param>
    /// <param name="length">Count of elements, 0 or more.</param>
    public Span(void* pointer, int length)
    {
        if (length < 0)
            ThrowHelpers.ThrowArgumentOutOfRange();
        _reference = ref Unsafe.AsRef<T>(pointer);
        _length = length;
    }

    /// <summary>Exactly one element.</summary>
    public Span(ref T reference)
    {
        _reference = ref reference;
        _length = 1;
    }

    internal Span(ref T reference, int length)
    {
        _reference = ref reference;
        _length = length;
    }

    /// <summary>Count of elements.</summary>
    public int Length
    {
        [Intrinsic]
        get => _length;
    }

    /// <summary>Whether there is no element.</summary>
    public bool IsEmpty => _length == 0;

    /// <summary>The range without elements.</summary>
    public static Span<T> Empty => default;

    /// <summary>One element.</summary>
    /// <param name="index">0 up to <see cref="Length"/> - 1.</param>
    public ref T this[int index]
    {
        [Intrinsic]
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)_length)
                ThrowHelpers.ThrowIndexOutOfRangeException();
            return ref Unsafe.Add(ref _reference, index);
        }
    }

    /// <summary>
    /// The elements from <paramref name="start"/> on; a start beyond the end fails.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Slice(int start)
    {
        if ((uint)start > (uint)_length)
            ThrowHelpers.ThrowArgumentOutOfRange();
        return new(ref Unsafe.Add(ref _reference, start), _length - start);
    }

    /// <summary>Some elements; a range that is not inside fails.</summary>
    /// <param name="start">First element.</param>
    /// <param name="length">Count of elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length)
            ThrowHelpers.ThrowArgumentOutOfRange();
        return new(ref Unsafe.Add(ref _reference, start), length);
    }

    /// <summary>Sets every element to the type's default.</summary>
    public void Clear()
    {
        SpanHelpers.ClearWithoutReferences(
            ref Unsafe.As<T, byte>(ref _reference),
            (nuint)(uint)_length * (nuint)(uint)Unsafe.SizeOf<T>());
    }

    /// <summary>Sets every element to the value.</summary>
    public void Fill(T value)
    {
        if (Unsafe.SizeOf<T>() == 1)
        {
            byte pattern = Unsafe.As<T, byte>(ref value);
            SpanHelpers.Fill(ref Unsafe.As<T, byte>(ref _reference), pattern, (uint)_length);
            return;
        }
        for (int i = 0; i < _length; i++)
            Unsafe.Add(ref _reference, i) = value;
    }

    /// <summary>
    /// Copies all elements; a destination that is too short fails. Overlap is allowed.
    /// </summary>
    public void CopyTo(Span<T> destination)
    {
        if (!TryCopyTo(destination))
            ThrowHelpers.ThrowDestinationTooShort();
    }

    /// <summary>Copies all elements. Overlap is allowed.</summary>
    /// <returns>False, and nothing is written, when the destination is too short.</returns>
    public bool TryCopyTo(Span<T> destination)
    {
        if ((uint)_length > (uint)destination.Length)
            return false;
        Buffer.Memmove(
            ref MemoryMarshal.GetReference(destination), ref _reference, (uint)_length);
        return true;
    }

    /// <summary>Reference to the first element, or a null reference; for <c>fixed</c>.</summary>
    public ref T GetPinnableReference()
    {
        if (_length == 0)
            return ref Unsafe.NullRef<T>();
        return ref _reference;
    }

    internal ref T Reference => ref _reference;

    /// <summary>What <c>foreach</c> uses.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>The same range, read only.</summary>
    public static implicit operator ReadOnlySpan<T>(Span<T> span) =>
        new(ref span._reference, span._length);

    /// <summary>Whether both denote the same memory.</summary>
    public static bool operator ==(Span<T> left, Span<T> right) =>
        left._length == right._length && Unsafe.AreSame(ref left._reference, ref right._reference);

    /// <summary>Whether they denote different memory.</summary>
    public static bool operator !=(Span<T> left, Span<T> right) => !(left == right);

#pragma warning disable CS0809, CS8765 // a ref struct is never boxed
    /// <summary>Never the case: a span is not an object.</summary>
    [Obsolete("A span is not an object.")]
    public override bool Equals(object? obj) => false;

    /// <summary>Zero: a span is no key.</summary>
    [Obsolete("A span is not an object.")]
    public override int GetHashCode() => 0;
#pragma warning restore CS0809, CS8765

    /// <summary>Walks over the elements.</summary>
    public ref struct Enumerator
    {
        private readonly Span<T> _span;
        private int _index;

        internal Enumerator(Span<T> span)
        {
            _span = span;
            _index = -1;
        }

        /// <summary>Goes to the next element.</summary>
        /// <returns>False at the end.</returns>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool MoveNext()
        {
            int next = _index + 1;
            if (next >= _span._length)
                return false;
            _index = next;
            return true;
        }

        /// <summary>The element.</summary>
        public ref T Current => ref _span[_index];
    }
}
