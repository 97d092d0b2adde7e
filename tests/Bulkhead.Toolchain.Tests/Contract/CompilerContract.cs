// SPDX-License-Identifier: MIT
using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Bulkhead.Toolchain.Diagnosis;
using Bulkhead.Toolchain.Elf;
using Bulkhead.Toolchain.Gates;
using Bulkhead.Toolchain.Names;

namespace Bulkhead.Toolchain.Tests.Contract;

/// <summary>What the native compiler asks of runtime and core library by name: symbols that nobody
/// declares as imports, methods that no IL calls and that are in the program all the same, and
/// sections of start-up data.</summary>
internal static class CompilerContract
{
    private const string Header = "__ReadyToRunHeader";
    private const int CountOffset = 12;
    private const int RowsOffset = 16;
    private const int RowBytes = 24;

    private static readonly Dictionary<string, HashSet<string>> _public = [];

    /// <summary>The lines of the table, in order.</summary>
    internal static IReadOnlyList<string> Of(NativeBuildOutput output) =>
    [
        .. Symbols(output).Select(name => "symbol " + name).Order(StringComparer.Ordinal),
        .. Methods(output).Select(name => "method " + name).Order(StringComparer.Ordinal),
        .. Sections(ElfFile.Read(output.ElfPath)).Select(id => "section " + id),
    ];

    private static IEnumerable<string> Symbols(NativeBuildOutput output)
    {
        HashSet<string> declared = [.. output.Assemblies.Append(output.CoreLibraryPath)
            .SelectMany(path => AssemblyFacts.Read(path).ImportedSymbols)];
        return ElfFile.Read(output.CompiledObjectPath).UndefinedSymbols
            .Select(symbol => symbol.Name)
            .Where(name =>
                name.StartsWith("Rh", StringComparison.Ordinal) || !declared.Contains(name));
    }

    private static IEnumerable<string> Methods(NativeBuildOutput output)
    {
        SymbolNames names = new(TypeCatalogue.Read([output.CoreLibraryPath]));
        HashSet<string> explained = Explained(output.CoreLibraryPath);
        HashSet<string> found = [];
        foreach (ElfSymbol symbol in ElfFile.Read(output.CompiledObjectPath).Symbols)
        {
            if (!symbol.IsFunction || symbol.SectionIndex == 0) continue;
            if (!names.TryMethod(symbol.Name, out string type, out string method)) continue;
            string name = type + "." + method;
            // Lambdas: only the C# compiler knows who calls them.
            if (name.Contains('<')) continue;
            if (!explained.Contains(name) && !IsPublic(output.CoreLibraryPath, name))
                found.Add(name);
        }
        return found;
    }

    // Methods that the core library calls, or that tables and exports lead to.
    private static HashSet<string> Explained(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        MetadataReader metadata = file.GetMetadataReader();
        HashSet<string> names = [];
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            bool isReached = (method.Attributes & MethodAttributes.Virtual) != 0
                || metadata.StringComparer.Equals(method.Name, ".cctor")
                || IsExported(metadata, method);
            if (isReached) names.Add(Name(metadata, handle));
            if (method.RelativeVirtualAddress == 0) continue;
            byte[] code = file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
            names.UnionWith(IlCode.Names(code)
                .Select(step => Callee(metadata, MetadataTokens.EntityHandle(step.Token)))
                .OfType<string>());
        }
        return names;
    }

    private static bool IsExported(MetadataReader metadata, MethodDefinition method) =>
        method.GetCustomAttributes().Any(attribute =>
            AssemblyFacts.AttributeName(metadata, attribute) == "RuntimeExportAttribute");

    private static string? Callee(MetadataReader metadata, EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MethodSpecification)
            handle = metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method;
        if (handle.Kind == HandleKind.MethodDefinition)
            return Name(metadata, (MethodDefinitionHandle)handle);
        if (handle.Kind != HandleKind.MemberReference) return null;
        MemberReference member = metadata.GetMemberReference((MemberReferenceHandle)handle);
        if (member.Parent.Kind != HandleKind.TypeSpecification) return null;
        string type = metadata.GetTypeSpecification((TypeSpecificationHandle)member.Parent)
            .DecodeSignature(SignatureText.Instance, null);
        return type.Split('<')[0] + "." + metadata.GetString(member.Name);
    }

    private static string Name(MetadataReader metadata, MethodDefinitionHandle handle)
    {
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        return SignatureText.Name(metadata, method.GetDeclaringType()) + "."
            + metadata.GetString(method.Name);
    }

    // Others may call these.
    private static bool IsPublic(string path, string name)
    {
        if (!_public.TryGetValue(path, out HashSet<string>? names))
        {
            using var file = new PEReader(File.OpenRead(path));
            MetadataReader metadata = file.GetMetadataReader();
            _public[path] = names = [.. metadata.MethodDefinitions
                .Where(handle => IsVisible(metadata, metadata.GetMethodDefinition(handle)))
                .Select(handle => Name(metadata, handle))];
        }
        return names.Contains(name);
    }

    private static bool IsVisible(MetadataReader metadata, MethodDefinition method)
    {
        MethodAttributes access = method.Attributes & MethodAttributes.MemberAccessMask;
        TypeAttributes type =
            metadata.GetTypeDefinition(method.GetDeclaringType()).Attributes
                & TypeAttributes.VisibilityMask;
        return access is MethodAttributes.Public or MethodAttributes.Family
            && type is TypeAttributes.Public or TypeAttributes.NestedPublic;
    }

    // The header: 16 bytes with the number of rows at 12; rows begin with their number.
    private static IEnumerable<int> Sections(ElfFile program)
    {
        ulong at = program.FindSymbol(Header)!.Value;
        ElfSection section = program.Sections.First(
            section => section.IsAllocated && section.HasBytes && section.Contains(at));
        byte[] header = program.Bytes(section)[(int)(at - section.Address)..].ToArray();
        int count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(CountOffset));
        return Enumerable.Range(0, count).Select(row =>
            BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(RowsOffset + (row * RowBytes))));
    }
}
