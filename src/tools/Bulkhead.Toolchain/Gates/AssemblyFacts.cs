// SPDX-License-Identifier: MIT
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Bulkhead.Toolchain.Gates;

/// <summary>What the gates want to know of an IL assembly.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="IsUnsafe">Whether it was compiled with unsafe code allowed.</param>
/// <param name="ImportedSymbols">Symbols that its methods name with <c>RuntimeImport</c>.</param>
public sealed record AssemblyFacts(
    string Name, bool IsUnsafe, IReadOnlyList<string> ImportedSymbols)
{
    /// <summary>Reads the metadata of a file.</summary>
    /// <exception cref="ToolchainException">It is no assembly.</exception>
    public static AssemblyFacts Read(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            MetadataReader metadata = file.GetMetadataReader();
            string name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
            // The C# compiler marks the module when unsafe blocks are allowed.
            bool isUnsafe = metadata.GetCustomAttributes(EntityHandle.ModuleDefinition)
                .Any(handle => AttributeName(metadata, handle) == "UnverifiableCodeAttribute");
            return new AssemblyFacts(name, isUnsafe, [.. Imports(metadata)]);
        }
        catch (BadImageFormatException error)
        {
            throw new ToolchainException($"{path} is no assembly: {error.Message}");
        }
    }

    private static IEnumerable<string> Imports(MetadataReader metadata)
    {
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            foreach (CustomAttributeHandle attribute in method.GetCustomAttributes())
            {
                if (AttributeName(metadata, attribute) == "RuntimeImportAttribute")
                    yield return LastText(metadata, attribute);
            }
        }
    }

    // Imports name their symbol in the last string: ("symbol") or ("library", "symbol").
    private static string LastText(MetadataReader metadata, CustomAttributeHandle handle)
    {
        BlobReader value =
            metadata.GetBlobReader(metadata.GetCustomAttribute(handle).Value);
        value.ReadUInt16();
        string text = value.ReadSerializedString() ?? "";
        return value.RemainingBytes > 2 ? value.ReadSerializedString() ?? text : text;
    }

    internal static string AttributeName(MetadataReader metadata, CustomAttributeHandle handle)
    {
        EntityHandle constructor = metadata.GetCustomAttribute(handle).Constructor;
        if (constructor.Kind == HandleKind.MethodDefinition)
        {
            TypeDefinitionHandle type = metadata
                .GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType();
            return metadata.GetString(metadata.GetTypeDefinition(type).Name);
        }
        EntityHandle parent =
            metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent;
        return parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)parent).Name)
            : "";
    }
}
