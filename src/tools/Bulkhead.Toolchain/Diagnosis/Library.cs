// SPDX-License-Identifier: MIT
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>The assemblies that a program's names are looked up in.</summary>
internal sealed class Library : IDisposable
{
    private const int ForwardsMax = 8;

    private readonly List<PEReader> _files = [];
    private readonly Dictionary<string, MetadataReader> _assemblies = [];

    /// <summary>Opens assemblies.</summary>
    /// <param name="paths">Their files; of two with one name the first counts.</param>
    internal Library(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            var file = new PEReader(File.OpenRead(path));
            _files.Add(file);
            MetadataReader reader = file.GetMetadataReader();
            _assemblies.TryAdd(reader.GetString(reader.GetAssemblyDefinition().Name), reader);
        }
    }

    /// <summary>The type that an assembly refers to; null: nobody has it.</summary>
    internal LibraryType? Find(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.AssemblyReference => Find(
                Assembly(reader, (AssemblyReferenceHandle)type.ResolutionScope),
                SignatureText.Name(reader, handle), 0),
            HandleKind.TypeReference =>
                Find(reader, (TypeReferenceHandle)type.ResolutionScope) is { } outer
                    ? Nested(outer, reader.GetString(type.Name)) : null,
            _ => null,
        };
    }

    /// <summary>The type that a type is made from; null: it has none, or nobody has it.</summary>
    internal LibraryType? Base(LibraryType type)
    {
        EntityHandle handle = type.Definition.BaseType;
        if (handle.IsNil) return null;
        return handle.Kind switch
        {
            HandleKind.TypeDefinition => type with { Handle = (TypeDefinitionHandle)handle },
            HandleKind.TypeReference => Find(type.Reader, (TypeReferenceHandle)handle),
            _ => Generic(type.Reader, (TypeSpecificationHandle)handle),
        };
    }

    /// <summary>The definition of a generic type that arguments were given to; null: it is an array
    /// or a parameter, or nobody has it.</summary>
    internal LibraryType? Generic(MetadataReader reader, TypeSpecificationHandle handle)
    {
        BlobReader blob = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        blob.ReadCompressedInteger();
        EntityHandle type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeDefinition
            ? new LibraryType(reader, (TypeDefinitionHandle)type)
            : Find(reader, (TypeReferenceHandle)type);
    }

    /// <inheritdoc/>
    public void Dispose() => _files.ForEach(file => file.Dispose());

    private MetadataReader? Assembly(MetadataReader reader, AssemblyReferenceHandle handle) =>
        _assemblies.GetValueOrDefault(
            reader.GetString(reader.GetAssemblyReference(handle).Name));

    private LibraryType? Find(MetadataReader? assembly, string name, int forwards)
    {
        if (assembly is null || forwards > ForwardsMax) return null;
        foreach (TypeDefinitionHandle handle in assembly.TypeDefinitions)
        {
            if (SignatureText.Name(assembly, handle) == name)
                return new LibraryType(assembly, handle);
        }
        foreach (ExportedTypeHandle handle in assembly.ExportedTypes)
        {
            ExportedType type = assembly.GetExportedType(handle);
            bool isIt = type.IsForwarder && name == assembly.GetString(type.Namespace) + "."
                + assembly.GetString(type.Name);
            if (isIt && type.Implementation.Kind == HandleKind.AssemblyReference)
            {
                return Find(
                    Assembly(assembly, (AssemblyReferenceHandle)type.Implementation), name,
                    forwards + 1);
            }
        }
        return null;
    }

    private static LibraryType? Nested(LibraryType outer, string name)
    {
        foreach (TypeDefinitionHandle handle in outer.Definition.GetNestedTypes())
        {
            TypeDefinition type = outer.Reader.GetTypeDefinition(handle);
            if (outer.Reader.StringComparer.Equals(type.Name, name))
                return outer with { Handle = handle };
        }
        return null;
    }
}
