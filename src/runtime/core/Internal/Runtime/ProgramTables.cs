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
/// <see cref="Header"/>, then tables in its order: types, enumerations, their members, methods, the
/// types of methods, calls; all but members and types of methods are sorted by their first word.
/// Behind them lie texts, ASCII with a zero behind; a table names one by half its distance from the
/// first, which is empty.
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
        internal int OwnerCount;
        internal int LineCount;
    }

    /// <summary>A name in two parts: namespaces are shared.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Name
    {
        internal ushort Space;
        internal ushort Last;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NamedType
    {
        internal uint Key;
        internal Name Name;
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

    /// <summary>A method; the next one's address ends it. Without a name: code of no method.
    /// </summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Method
    {
        internal uint Start;
        internal ushort Owner;
        internal ushort Name;
    }

    /// <summary>Code from an address on, up to the next row or its method's end; as for the
    /// framework's own, there is no such row for the library.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct SourceLine
    {
        internal uint Address;
        internal ushort File;
        internal ushort Line;
    }

    /// <summary>A name to read.</summary>
    internal ref struct QualifiedName
    {
        /// <summary>Namespaces; empty when there is none.</summary>
        internal ReadOnlySpan<byte> Space;
        internal ReadOnlySpan<byte> Last;
    }

    /// <summary>Where code stands in its sources.</summary>
    internal ref struct Place
    {
        internal QualifiedName Type;
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

    private static Name* Owners(Header* header) =>
        (Name*)(Methods(header) + header->MethodCount);

    private static SourceLine* Lines(Header* header) =>
        (SourceLine*)(Owners(header) + header->OwnerCount);

    internal static bool TryName(MethodTable* table, out QualifiedName name)
    {
        Header* header = Tables;
        name = default;
        if (header == null)
            return false;
        NamedType* types = Types(header);
        int found = Find((byte*)types, sizeof(NamedType), header->TypeCount, (nuint)table);
        if (found < 0 || types[found].Key != (uint)(nuint)table)
            return false;
        name = NameAt(header, types[found].Name);
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
        TextAt(Tables, Members(Tables)[members.First + index].Name);

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
        place.Type = NameAt(header, Owners(header)[methods[found].Owner]);
        place.Method = TextAt(header, methods[found].Name);
        SourceLine* lines = Lines(header);
        int at = Find((byte*)lines, sizeof(SourceLine), header->LineCount, address);
        if (at < 0 || lines[at].Address < methods[found].Start)
            return true;
        place.File = TextAt(header, lines[at].File);
        place.Line = lines[at].Line;
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

    private static QualifiedName NameAt(Header* header, Name name)
    {
        QualifiedName found = default;
        found.Space = TextAt(header, name.Space);
        found.Last = TextAt(header, name.Last);
        return found;
    }

    private static ReadOnlySpan<byte> TextAt(Header* header, int place)
    {
        byte* start = (byte*)(Lines(header) + header->LineCount) + (place * 2);
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
