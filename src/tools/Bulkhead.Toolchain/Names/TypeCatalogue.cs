// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bulkhead.Toolchain.Names;

/// <summary>The types of a program's assemblies by the symbols that the native compiler makes of
/// them.</summary>
internal sealed class TypeCatalogue
{
    // Symbols of these have no assembly and no namespace.
    private static readonly HashSet<string> s_short =
    [
        "Void", "Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64",
        "UInt64", "IntPtr", "UIntPtr", "Single", "Double", "Object", "String",
    ];

    // The compiler has names of its own for three of them.
    private static readonly Dictionary<string, string> s_otherNames = new()
    {
        ["Boolean"] = "Bool", ["SByte"] = "Int8", ["Byte"] = "UInt8",
    };

    private readonly Dictionary<string, NamedType> _types = [];

    /// <summary>Reads assemblies.</summary>
    /// <param name="paths">Their files.</param>
    /// <returns>The catalogue.</returns>
    internal static TypeCatalogue Read(IEnumerable<string> paths)
    {
        TypeCatalogue catalogue = new();
        foreach (string path in paths) catalogue.Add(path);
        return catalogue;
    }

    /// <summary>The type of a symbol's part; null when it is not known.</summary>
    internal NamedType? Find(string mangled) => _types.GetValueOrDefault(mangled);

    private void Add(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        if (!file.HasMetadata) return;
        MetadataReader metadata = file.GetMetadataReader();
        string assembly = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        string prefix = MangledText.OfAssembly(assembly) + "_";
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition definition = metadata.GetTypeDefinition(handle);
            NamedType type = Describe(metadata, in definition);
            _types.TryAdd(prefix + MangledText.Sanitize(type.Name), type);
            string name = metadata.GetString(definition.Name);
            if (type.Name == "System." + name && s_short.Contains(name))
                _types.TryAdd(s_otherNames.GetValueOrDefault(name, name), type);
            if (type.Name == "System.__Canon") _types.TryAdd("System___Canon", type);
        }
    }

    private static NamedType Describe(MetadataReader metadata, in TypeDefinition definition)
    {
        bool isEnum = IsEnum(metadata, in definition);
        NamedType type = new(FullName(metadata, definition))
        {
            Members = isEnum ? Members(metadata, in definition) : null,
            IsFlags = isEnum && HasFlags(metadata, in definition),
            IsInitialisedAnyTime =
                (definition.Attributes & TypeAttributes.BeforeFieldInit) != 0,
        };
        foreach (MethodDefinitionHandle handle in definition.GetMethods())
        {
            string name = metadata.GetString(metadata.GetMethodDefinition(handle).Name);
            type.Methods.TryAdd(MangledText.Sanitize(name), name);
        }
        return type;
    }

    private static string FullName(MetadataReader metadata, TypeDefinition definition)
    {
        string name = metadata.GetString(definition.Name);
        TypeDefinitionHandle outer = definition.GetDeclaringType();
        if (!outer.IsNil)
            return FullName(metadata, metadata.GetTypeDefinition(outer)) + "+" + name;
        string space = metadata.GetString(definition.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }

    private static bool IsEnum(MetadataReader metadata, in TypeDefinition definition) =>
        NameOf(metadata, definition.BaseType) == "Enum";

    private static bool HasFlags(MetadataReader metadata, in TypeDefinition definition) =>
        definition.GetCustomAttributes().Any(handle =>
            AttributeName(metadata, metadata.GetCustomAttribute(handle)) == "FlagsAttribute");

    private static string AttributeName(MetadataReader metadata, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
            ? NameOf(metadata, metadata.GetMemberReference(
                (MemberReferenceHandle)attribute.Constructor).Parent)
            : NameOf(metadata, metadata.GetMethodDefinition(
                (MethodDefinitionHandle)attribute.Constructor).GetDeclaringType());

    private static string NameOf(MetadataReader metadata, EntityHandle type) => type.Kind switch
    {
        _ when type.IsNil => "",
        HandleKind.TypeReference =>
            metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name),
        HandleKind.TypeDefinition =>
            metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name),
        _ => "",
    };

    // Of two members with one value the first counts, as for the framework.
    private static SortedDictionary<ulong, string> Members(
        MetadataReader metadata, in TypeDefinition definition)
    {
        SortedDictionary<ulong, string> members = [];
        foreach (FieldDefinitionHandle handle in definition.GetFields())
        {
            FieldDefinition field = metadata.GetFieldDefinition(handle);
            if ((field.Attributes & FieldAttributes.Literal) == 0) continue;
            Constant constant = metadata.GetConstant(field.GetDefaultValue());
            BlobReader blob = metadata.GetBlobReader(constant.Value);
            members.TryAdd(Value(blob.ReadConstant(constant.TypeCode)), metadata.GetString(
                field.Name));
        }
        return members;
    }

    private static ulong Value(object? constant) => constant switch
    {
        byte value => value,
        sbyte value => (ulong)value,
        ushort value => value,
        short value => (ulong)value,
        uint value => value,
        int value => (ulong)value,
        ulong value => value,
        long value => (ulong)value,
        char value => value,
        bool value => value ? 1ul : 0,
        _ => 0,
    };
}
