// SPDX-License-Identifier: MIT
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>Immutable UTF-16 text.</summary>
/// <remarks>Both fields and their order are a contract with the native compiler. A constructor is
/// compiled into a call of <c>Ctor</c> with the same arguments.</remarks>
public sealed unsafe partial class String : IEquatable<string>, IComparable<string>, IComparable,
    IEnumerable<char>, ICloneable
{
    private const int LengthMax = 0x1FFF_FFDF;

    private readonly int _stringLength;
    private readonly char _firstChar;

    [Intrinsic]
    public static readonly string Empty = "";

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[]? value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char[] value, int startIndex, int length);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(char c, int count);

    [MethodImpl(MethodImplOptions.InternalCall)]
    public extern String(ReadOnlySpan<char> value);

    public int Length => _stringLength;

    internal ref char First => ref Unsafe.AsRef(in _firstChar);

    [IndexerName("Chars")]
    public char this[int index]
    {
        [Intrinsic]
        get
        {
            if ((uint)index >= (uint)_stringLength)
                ThrowHelpers.ThrowIndexOutOfRangeException();
            return Unsafe.Add(ref Unsafe.AsRef(in _firstChar), index);
        }
    }

    public ref readonly char GetPinnableReference() => ref _firstChar;

    public static implicit operator ReadOnlySpan<char>(string? value) =>
        MemoryExtensions.AsSpan(value);

    private static string Ctor(char[]? value) => new ReadOnlySpan<char>(value).ToString();

    private static string Ctor(char[] value, int startIndex, int length)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new ReadOnlySpan<char>(value, startIndex, length).ToString();
    }

    private static string Ctor(char c, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return "";
        string text = NewUninitialized(count);
        new Span<char>(ref text.First, count).Fill(c);
        return text;
    }

    private static string Ctor(ReadOnlySpan<char> value) => value.ToString();

    internal static string NewUninitialized(int length)
    {
        if (length == 0)
            return "";
        if ((uint)length > LengthMax)
            throw new OutOfMemoryException();
        return Unsafe.As<string>(Allocation.NewArray(MethodTable.Of<string>(), length));
    }

    public static string Create(ReadOnlySpan<char> text)
    {
        string made = NewUninitialized(text.Length);
        text.CopyTo(new Span<char>(ref made.First, text.Length));
        return made;
    }

    public override string ToString() => this;

    public object Clone() => this;

    public char[] ToCharArray() => this.AsSpan().ToArray();

    public CharEnumerator GetEnumerator() => new(this);

    IEnumerator<char> IEnumerable<char>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is string other && Equals(other);

    public bool Equals(string? value) => Equals(this, value);

    public static bool Equals(string? a, string? b)
    {
        if ((object?)a == b)
            return true;
        if (a is null || b is null || a._stringLength != b._stringLength)
            return false;
        ref char left = ref a.First;
        ref char right = ref b.First;
        for (int i = 0; i < a._stringLength; i++)
        {
            if (Unsafe.Add(ref left, i) != Unsafe.Add(ref right, i))
                return false;
        }
        return true;
    }

    public static bool operator ==(string? a, string? b) => Equals(a, b);

    public static bool operator !=(string? a, string? b) => !Equals(a, b);

    public override int GetHashCode() => GetHashCode(this.AsSpan());

    /// <summary>FNV-1a over the code units, then mixed.</summary>
    public static int GetHashCode(ReadOnlySpan<char> value)
    {
        uint hash = 2166136261;
        for (int i = 0; i < value.Length; i++)
            hash = (hash ^ value[i]) * 16777619;
        return (int)(hash ^ (hash >> 15));
    }

    public static bool IsNullOrEmpty(
        [Diagnostics.CodeAnalysis.NotNullWhen(false)] string? value) =>
        value is null || value._stringLength == 0;

    public static bool IsNullOrWhiteSpace(
        [Diagnostics.CodeAnalysis.NotNullWhen(false)] string? value)
    {
        if (value is null)
            return true;
        foreach (char c in value.AsSpan())
        {
            if (!char.IsWhiteSpace(c))
                return false;
        }
        return true;
    }
}
