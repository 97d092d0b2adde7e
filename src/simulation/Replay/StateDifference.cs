// SPDX-License-Identifier: MIT
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.Simulation.Replay;

/// <summary>Names the fields in which two kernel states differ.</summary>
public static class StateDifference
{
    /// <summary>Compares two states field by field.</summary>
    /// <param name="expected">Bytes of a state: the simulation's.</param>
    /// <param name="actual">Bytes of a state: the target's.</param>
    /// <returns>A line for each field that differs.</returns>
    public static IEnumerable<string> Find(byte[] expected, byte[] actual) =>
        Walk(typeof(KernelState), "", 0, expected, actual);

    private static IEnumerable<string> Walk(
        Type type, string path, int offset, byte[] expected, byte[] actual)
    {
        int size = SizeOf(type);
        bool isSame = expected.AsSpan(offset, size).SequenceEqual(actual.AsSpan(offset, size));
        if (isSame) return [];
        if (type.IsPrimitive || type.IsEnum)
        {
            return [$"{path} is {Read(type, actual, offset)} on the target, "
                + $"{Read(type, expected, offset)} in the simulation"];
        }
        return Parts(type).SelectMany(part => Walk(
            part.Type, path + part.Name, offset + part.Offset, expected, actual));
    }

    private static IEnumerable<(string Name, Type Type, int Offset)> Parts(Type type)
    {
        FieldInfo[] fields = Fields(type);
        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } array)
        {
            Type element = fields[0].FieldType;
            int size = SizeOf(element);
            return Enumerable.Range(0, array.Length)
                .Select(index => ($"[{index}]", element, index * size));
        }
        List<(string Name, Type Type, int Offset)> parts = [];
        int offset = 0;
        foreach (FieldInfo field in fields)
        {
            int alignment = AlignmentOf(field.FieldType);
            offset = (offset + alignment - 1) & -alignment;
            parts.Add((NameOf(field), field.FieldType, offset));
            offset += SizeOf(field.FieldType);
        }
        return parts;
    }

    private static string NameOf(FieldInfo field)
    {
        string name = field.Name.Trim('<').Split('>')[0];
        return name is "Value" or "Offset" or "_offset" ? "" : "." + name;
    }

    private static FieldInfo[] Fields(Type type) =>
        [.. type.GetFields(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .OrderBy(field => field.MetadataToken)];

    private static int AlignmentOf(Type type) => type.IsPrimitive || type.IsEnum ? SizeOf(type)
        : Fields(type).Max(field => AlignmentOf(field.FieldType));

    private static int SizeOf(Type type) => (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!
        .MakeGenericMethod(type).Invoke(null, null)!;

    private static string Read(Type type, byte[] bytes, int offset)
    {
        ulong value = SizeOf(type) switch
        {
            1 => bytes[offset],
            2 => MemoryMarshal.Read<ushort>(bytes.AsSpan(offset)),
            4 => MemoryMarshal.Read<uint>(bytes.AsSpan(offset)),
            _ => MemoryMarshal.Read<ulong>(bytes.AsSpan(offset)),
        };
        return type.IsEnum ? Enum.ToObject(type, value).ToString()!
            : value.ToString("x", CultureInfo.InvariantCulture);
    }
}
