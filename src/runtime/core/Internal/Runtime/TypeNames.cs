// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>Names of types, from the tables that the toolchain adds to a program.</summary>
internal static unsafe class TypeNames
{
    /// <summary>The full name; a type that has none in the table is an <c>object</c>.</summary>
    internal static string Of(MethodTable* table)
    {
        if (ProgramTables.TryName(table, out ProgramTables.QualifiedName name))
            return Text(in name);
        if (table->IsArray)
            return Of(table->Element) + "[]";
        return table->IsValueType ? "System.ValueType" : "System.Object";
    }

    /// <summary>A name of the tables as one text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static string Text(in ProgramTables.QualifiedName name)
    {
        string last = ProgramTables.Text(name.Last);
        return name.Space.IsEmpty ? last : ProgramTables.Text(name.Space) + "." + last;
    }

    internal static string LastPart(string name)
    {
        int at = name.IndexOf('[');
        if (at < 0 || name[at + 1] == ']')
            at = name.Length;
        int end = at;
        while (at > 0 && name[at - 1] != '.' && name[at - 1] != '+')
            at--;
        return name.Substring(at, end - at);
    }
}
