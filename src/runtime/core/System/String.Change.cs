// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Text;

namespace System;

public sealed partial class String
{
    public string Substring(int startIndex)
    {
        CheckStart(startIndex);
        return Substring(startIndex, Length - startIndex);
    }

    public string Substring(int startIndex, int length)
    {
        CheckStart(startIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > Length - startIndex)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length), "Index and length must refer to a location within the string.");
        }
        return length == Length ? this : Create(this.AsSpan().Slice(startIndex, length));
    }

    private void CheckStart(int startIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(startIndex);
        if (startIndex > Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(startIndex), "startIndex cannot be larger than length of string.");
        }
    }

    public string Insert(int startIndex, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if ((uint)startIndex > (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        return Concat(Substring(0, startIndex), value, Substring(startIndex));
    }

    public string Remove(int startIndex) => Substring(0, startIndex);

    public string Remove(int startIndex, int count)
    {
        if (startIndex < 0 || count < 0 || count > Length - startIndex)
            throw new ArgumentOutOfRangeException(startIndex < 0 ? nameof(startIndex)
                : nameof(count));
        return Concat(Substring(0, startIndex), Substring(startIndex + count));
    }

    public string Replace(char oldChar, char newChar)
    {
        if (IndexOf(oldChar) < 0)
            return this;
        string made = Create(this.AsSpan());
        Span<char> room = made.Room(0);
        for (int i = 0; i < room.Length; i++)
        {
            if (room[i] == oldChar)
                room[i] = newChar;
        }
        return made;
    }

    public string Replace(string oldValue, string? newValue)
    {
        ArgumentNullException.ThrowIfNull(oldValue);
        if (oldValue.Length == 0)
            throw new ArgumentException("String cannot be of zero length.", nameof(oldValue));
        int at = IndexOf(oldValue, 0);
        if (at < 0)
            return this;
        StringBuilder text = new();
        int start = 0;
        for (; at >= 0; at = IndexOf(oldValue, start))
        {
            text.Append(this.AsSpan().Slice(start, at - start)).Append(newValue);
            start = at + oldValue.Length;
        }
        return text.Append(this.AsSpan().Slice(start)).ToString();
    }

    public string ToUpperInvariant() => Map(true);

    public string ToLowerInvariant() => Map(false);

    public string ToUpper() => Map(true);

    public string ToLower() => Map(false);

    public string PadLeft(int totalWidth) => PadLeft(totalWidth, ' ');

    public string PadLeft(int totalWidth, char paddingChar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalWidth);
        return totalWidth <= Length
            ? this : Concat(new string(paddingChar, totalWidth - Length), this);
    }

    public string PadRight(int totalWidth) => PadRight(totalWidth, ' ');

    public string PadRight(int totalWidth, char paddingChar)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(totalWidth);
        return totalWidth <= Length
            ? this : Concat(this, new string(paddingChar, totalWidth - Length));
    }

    public string Trim() => Cut(null, true, true);

    public string TrimStart() => Cut(null, true, false);

    public string TrimEnd() => Cut(null, false, true);

    public string Trim(char trimChar) => Cut([trimChar], true, true);

    public string TrimStart(char trimChar) => Cut([trimChar], true, false);

    public string TrimEnd(char trimChar) => Cut([trimChar], false, true);

    public string Trim(params char[]? trimChars) => Cut(trimChars, true, true);

    public string TrimStart(params char[]? trimChars) => Cut(trimChars, true, false);

    public string TrimEnd(params char[]? trimChars) => Cut(trimChars, false, true);

    public string[] Split(char separator, StringSplitOptions options = StringSplitOptions.None) =>
        Split(separator.ToString(), int.MaxValue, options);

    public string[] Split(
        char separator, int count, StringSplitOptions options = StringSplitOptions.None) =>
        Split(separator.ToString(), count, options);

    public string[] Split(string? separator,
        StringSplitOptions options = StringSplitOptions.None) =>
        Split(separator, int.MaxValue, options);

    public string[] Split(
        string? separator, int count, StringSplitOptions options = StringSplitOptions.None)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        List<string> parts = [];
        int start = 0;
        while (count > 1 && !IsNullOrEmpty(separator) && parts.Count < count - 1)
        {
            int at = IndexOf(separator!, start);
            if (at < 0)
                break;
            AddPart(parts, Substring(start, at - start), options);
            start = at + separator!.Length;
        }
        if (count > 0)
            AddPart(parts, Substring(start), options);
        return parts.ToArray();
    }

    public string[] Split(params char[]? separator) =>
        Split(separator, StringSplitOptions.None);

    public string[] Split(char[]? separator, StringSplitOptions options)
    {
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < Length; i++)
        {
            if (!IsAmong(separator, this[i]))
                continue;
            AddPart(parts, Substring(start, i - start), options);
            start = i + 1;
        }
        AddPart(parts, Substring(start), options);
        return parts.ToArray();
    }

    public string[] Split(params ReadOnlySpan<char> separator) =>
        Split(separator.ToArray(), StringSplitOptions.None);

    private static void AddPart(List<string> parts, string part, StringSplitOptions options)
    {
        if ((options & StringSplitOptions.TrimEntries) != 0)
            part = part.Trim();
        if (part.Length != 0 || (options & StringSplitOptions.RemoveEmptyEntries) == 0)
            parts.Add(part);
    }

    private static bool IsAmong(char[]? set, char c)
    {
        if (set is null || set.Length == 0)
            return char.IsWhiteSpace(c);
        foreach (char one in set)
        {
            if (one == c)
                return true;
        }
        return false;
    }

    private string Cut(char[]? set, bool atStart, bool atEnd)
    {
        int start = 0, end = Length;
        while (atStart && start < end && IsAmong(set, this[start]))
            start++;
        while (atEnd && end > start && IsAmong(set, this[end - 1]))
            end--;
        return Substring(start, end - start);
    }

    private string Map(bool isUpper)
    {
        string made = NewUninitialized(Length);
        Span<char> room = made.Room(0);
        for (int i = 0; i < room.Length; i++)
            room[i] = isUpper ? char.ToUpperInvariant(this[i]) : char.ToLowerInvariant(this[i]);
        return made;
    }
}
