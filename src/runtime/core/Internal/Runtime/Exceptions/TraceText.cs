// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Text;

namespace Internal.Runtime.Exceptions;

/// <summary>The trace of an exception as text.</summary>
internal static class TraceText
{
    /// <summary>A line for each frame, as the framework writes them.</summary>
    internal static string Of(Exception exception)
    {
        TextBuilder text = new(stackalloc char[256]);
        for (int index = 0; index < exception.TraceCount; index++)
        {
            if (index != 0)
                text.Append('\n');
            Frame(ref text, exception.TraceAt(index));
        }
        return text.Take();
    }

    /// <summary>One frame, without allocating when the builder has room.</summary>
    internal static void Frame(ref TextBuilder text, nuint address)
    {
        text.Append("   at ");
        if (!ProgramTables.TryPlace(address, out ProgramTables.Place place))
        {
            AppendHex(ref text, address);
            return;
        }
        AppendMethod(ref text, in place);
        if (place.Line == 0)
            return;
        text.Append(" in ");
        AppendAscii(ref text, place.File);
        text.Append(":line ");
        IntegerFormat.AppendDecimal(ref text, false, (ulong)place.Line);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void AppendMethod(ref TextBuilder text, in ProgramTables.Place place)
    {
        AppendName(ref text, in place.Type);
        text.Append('.');
        AppendAscii(ref text, place.Method);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void AppendName(
        ref TextBuilder text, in ProgramTables.QualifiedName name)
    {
        if (!name.Space.IsEmpty)
        {
            AppendAscii(ref text, name.Space);
            text.Append('.');
        }
        AppendAscii(ref text, name.Last);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void AppendAscii(ref TextBuilder text, ReadOnlySpan<byte> ascii)
    {
        foreach (byte value in ascii)
            text.Append((char)value);
    }

    private static void AppendHex(ref TextBuilder text, nuint address)
    {
        text.Append("0x");
        bool isStarted = false;
        for (int shift = 60; shift >= 0; shift -= 4)
        {
            int digit = (int)(address >> shift) & 15;
            isStarted |= digit != 0 || shift == 0;
            if (isStarted)
                text.Append((char)(digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
    }
}
