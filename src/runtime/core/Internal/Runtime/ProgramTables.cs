// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>
/// Names that the toolchain writes behind a program's constants: of types, of the members of
/// enumerations, of methods and the source lines of their code.
/// </summary>
/// <remarks>
/// <see cref="Header"/>, then tables in its order, each sorted by the first word: types,
/// enumerations, their members, methods, addresses of calls, lines of calls (16 bits each). Texts
/// are distances from the header, ASCII with a zero behind.
/// </remarks>
internal static unsafe class ProgramTables
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct Header
    {
        internal int TypeCount;
        internal int EnumCount;
        internal int MemberCount;
        internal int MethodCount;
        internal int CallCount;
        internal int Reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NamedType
    {
        internal uint Key;
        internal int Name;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct EnumMembers
    {
        internal uint Key;
        internal int Flags;
        internal int First;
        internal int MemberCount;
    }

    /// <summary>Members lie in the order of their values, taken as unsigned.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Member
    {
        internal uint ValueLow;
        internal uint ValueHigh;
        internal int Name;
    }

    /// <summary>A method; the next one's address ends it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Method
    {
        internal uint Start;
        internal int Type;
        internal int Name;
        internal int File;
    }

    /// <summary>Where code stands in its sources.</summary>
    internal ref struct Place
    {
        internal ReadOnlySpan<byte> Type;
        internal ReadOnlySpan<byte> Method;
        internal ReadOnlySpan<byte> File;

        /// <summary>0: not known.</summary>
        internal int Line;
    }

    private static Header* Tables => End() - Start() < sizeof(Header) ? null : (Header*)Start();

    private static NamedType* Types(Header* header) => (NamedType*)(header + 1);

    private static EnumMembers* Enums(Header* header) =>
        (EnumMembers*)(Types(header) + header->TypeCount);

    private static Member* Members(Header* header) => (Member*)(Enums(header) + header->EnumCount);

    private static Method* Methods(Header* header) =>
        (Method*)(Members(header) + header->MemberCount);

    private static uint* Calls(Header* header) => (uint*)(Methods(header) + header->MethodCount);

    internal static bool TryName(MethodTable* table, out ReadOnlySpan<byte> name)
    {
        Header* header = Tables;
        name = default;
        if (header == null)
            return false;
        NamedType* types = Types(header);
        int found = Find((byte*)types, sizeof(NamedType), header->TypeCount, (nuint)table);
        if (found < 0 || types[found].Key != (uint)(nuint)table)
            return false;
        name = TextAt((byte*)header + types[found].Name);
        return true;
    }

    internal static bool TryEnum(MethodTable* table, out EnumMembers members)
    {
        Header* header = Tables;
        members = default;
        if (header == null)
            return false;
        EnumMembers* enums = Enums(header);
        int found = Find((byte*)enums, sizeof(EnumMembers), header->EnumCount, (nuint)table);
        if (found < 0 || enums[found].Key != (uint)(nuint)table)
            return false;
        members = enums[found];
        return true;
    }

    internal static ulong MemberValue(in EnumMembers members, int index)
    {
        Member* member = Members(Tables) + members.First + index;
        return member->ValueLow | ((ulong)member->ValueHigh << 32);
    }

    internal static ReadOnlySpan<byte> MemberName(in EnumMembers members, int index) =>
        TextAt((byte*)Tables + Members(Tables)[members.First + index].Name);

    internal static bool TryMember(
        in EnumMembers members, long bits, out ReadOnlySpan<byte> name)
    {
        for (int index = 0; index < members.MemberCount; index++)
        {
            if (MemberValue(in members, index) != (ulong)bits)
                continue;
            name = MemberName(in members, index);
            return true;
        }
        name = default;
        return false;
    }

    /// <summary>Method, file and line of a code address.</summary>
    /// <returns>False when the tables do not know it.</returns>
    internal static bool TryPlace(nuint address, out Place place)
    {
        place = default;
        Header* header = Tables;
        if (header == null)
            return false;
        Method* methods = Methods(header);
        int found = Find((byte*)methods, sizeof(Method), header->MethodCount, address);
        if (found < 0 || methods[found].Name == 0)
            return false;
        place.Type = TextAt((byte*)header + methods[found].Type);
        place.Method = TextAt((byte*)header + methods[found].Name);
        if (methods[found].File == 0)
            return true;
        place.File = TextAt((byte*)header + methods[found].File);
        uint* calls = Calls(header);
        int at = Find((byte*)calls, sizeof(uint), header->CallCount, address);
        if (at >= 0 && calls[at] >= methods[found].Start)
            place.Line = ((ushort*)(calls + header->CallCount))[at];
        return true;
    }

    /// <summary>An ASCII text as a string.</summary>
    internal static string Text(ReadOnlySpan<byte> ascii)
    {
        string text = string.NewUninitialized(ascii.Length);
        ref char to = ref text.First;
        for (int i = 0; i < ascii.Length; i++)
            Unsafe.Add(ref to, i) = (char)ascii[i];
        return text;
    }

    // The last row whose first word is not above the key; -1 when all are.
    private static int Find(byte* rows, int rowBytes, int count, nuint key)
    {
        int low = 0, high = count - 1, found = -1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            if (*(uint*)(rows + ((nint)middle * rowBytes)) <= key)
            {
                found = middle;
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return found;
    }

    private static ReadOnlySpan<byte> TextAt(byte* start)
    {
        int length = 0;
        while (start[length] != 0)
            length++;
        return new ReadOnlySpan<byte>(start, length);
    }

    [RuntimeImport("bulkhead_names_start")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* Start();

    [RuntimeImport("bulkhead_names_end")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* End();
}
