// SPDX-License-Identifier: MIT
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Bulkhead.Toolchain.Gates;

namespace Bulkhead.Toolchain.Sizes;

/// <summary>Reads which features an assembly holds: classes with the attribute
/// <c>[Feature(rank, title)]</c>.</summary>
internal static class FeatureList
{
    private const string Attribute = "FeatureAttribute";

    /// <summary>Reads them.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <returns>The features by rank.</returns>
    internal static IReadOnlyList<Feature> Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        MetadataReader metadata = file.GetMetadataReader();
        List<Feature> features = [];
        foreach (TypeDefinitionHandle handle in metadata.TypeDefinitions)
        {
            TypeDefinition type = metadata.GetTypeDefinition(handle);
            foreach (CustomAttributeHandle attribute in type.GetCustomAttributes())
            {
                if (AssemblyFacts.AttributeName(metadata, attribute) == Attribute)
                    features.Add(Read(metadata, in type, attribute));
            }
        }
        return [.. features.OrderBy(feature => feature.Rank)];
    }

    private static Feature Read(
        MetadataReader metadata, in TypeDefinition type, CustomAttributeHandle attribute)
    {
        BlobReader value = metadata.GetBlobReader(metadata.GetCustomAttribute(attribute).Value);
        value.ReadUInt16();
        return new Feature(
            value.ReadInt32(), value.ReadSerializedString() ?? "",
            metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name));
    }
}
