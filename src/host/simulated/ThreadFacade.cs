// SPDX-License-Identifier: MIT
using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bulkhead.Host.Simulated;

/// <summary>
/// The framework's facades as a tested program sees them: assemblies of nothing but forwards, in
/// which threads, locks and events lead to <c>Bulkhead.Host.Threading</c>, where waits take virtual
/// time. Everything else leads to the framework, as before.
/// </summary>
internal static class ThreadFacade
{
    private const string Library = "Bulkhead.Host.Threading";
    private const TypeAttributes Forwarder = (TypeAttributes)0x0020_0000;

    // Assemblies that programs are compiled against for such types.
    private static readonly string[] s_names =
        ["System.Runtime", "System.Threading", "System.Threading.Thread"];

    private static readonly ConcurrentDictionary<string, byte[]> s_made = new();

    /// <summary>A facade.</summary>
    /// <param name="name">Name of the assembly.</param>
    /// <param name="folder">Where the library is that it leads to.</param>
    /// <returns>The assembly; null when it is none of them, or the library is not there.</returns>
    public static byte[]? Of(string name, string folder)
    {
        string library = Path.Combine(folder, Library + ".dll");
        return s_names.Contains(name) && File.Exists(library)
            ? s_made.GetOrAdd(name, _ => Make(name, TypesOf(library))) : null;
    }

    private static HashSet<string> TypesOf(string library)
    {
        using PEReader file = new(File.OpenRead(library));
        MetadataReader reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => (type.Attributes & TypeAttributes.VisibilityMask)
                == TypeAttributes.Public)
            .Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}")];
    }

    private static byte[] Make(string name, HashSet<string> replaced)
    {
        string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        using PEReader file = new(File.OpenRead(Path.Combine(folder, name + ".dll")));
        MetadataReader reader = file.GetMetadataReader();
        MetadataBuilder builder = new();
        AddAssembly(reader, builder, name);
        foreach (AssemblyReferenceHandle handle in reader.AssemblyReferences)
            AddReference(reader, builder, reader.GetAssemblyReference(handle));
        EntityHandle library = builder.AddAssemblyReference(builder.GetOrAddString(Library),
            new Version(1, 0, 0, 0), default, default, default, default);
        foreach (ExportedTypeHandle handle in reader.ExportedTypes)
        {
            ExportedType type = reader.GetExportedType(handle);
            bool isReplaced = type.Implementation.Kind == HandleKind.AssemblyReference
                && replaced.Contains(
                    $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}");
            // Rows keep their order, so that what leads to another row leads to the same one.
            builder.AddExportedType(type.Attributes, Copy(reader, builder, type.Namespace),
                Copy(reader, builder, type.Name), isReplaced ? library : type.Implementation, 0);
        }

        AddOwnTypes(reader, builder, replaced, library);
        return Serialize(builder);
    }

    // What the framework has in this assembly itself.
    private static void AddOwnTypes(
        MetadataReader reader, MetadataBuilder builder, HashSet<string> replaced,
        EntityHandle library)
    {
        foreach (TypeDefinition type in
            reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            string name = $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
            if (!replaced.Contains(name)) continue;
            builder.AddExportedType(Forwarder, Copy(reader, builder, type.Namespace),
                Copy(reader, builder, type.Name), library, 0);
        }
    }

    private static void AddAssembly(MetadataReader reader, MetadataBuilder builder, string name)
    {
        builder.AddModule(0, builder.GetOrAddString(name + ".dll"),
            builder.GetOrAddGuid(Guid.NewGuid()), default, default);
        builder.AddAssembly(builder.GetOrAddString(name),
            reader.GetAssemblyDefinition().Version, default, default, default,
            AssemblyHashAlgorithm.None);
        builder.AddTypeDefinition(default, default, builder.GetOrAddString("<Module>"), default,
            MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
    }

    private static void AddReference(
        MetadataReader reader, MetadataBuilder builder, AssemblyReference reference) =>
        builder.AddAssemblyReference(Copy(reader, builder, reference.Name), reference.Version,
            default, builder.GetOrAddBlob(reader.GetBlobBytes(reference.PublicKeyOrToken)),
            reference.Flags, default);

    private static StringHandle Copy(
        MetadataReader reader, MetadataBuilder builder, StringHandle text) =>
        builder.GetOrAddString(reader.GetString(text));

    private static byte[] Serialize(MetadataBuilder builder)
    {
        BlobBuilder image = new();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(),
            new MetadataRootBuilder(builder), new BlobBuilder()).Serialize(image);
        return image.ToArray();
    }
}
