// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Looks through an assembly for what the library of a tier, or the native compiler, does
/// not have. The compiler itself names one thing only, and no line.</summary>
internal sealed class FeatureSearch
{
    private readonly Library _library;
    private readonly PEReader _file;
    private readonly MetadataReader _reader;
    private readonly MethodSource _source;
    private readonly List<Finding> _findings = [];

    private FeatureSearch(Library library, PEReader file, MethodSource source)
    {
        (_library, _file, _source) = (library, file, source);
        _reader = file.GetMetadataReader();
    }

    /// <summary>Searches.</summary>
    /// <param name="assembly">The assembly's file.</param>
    /// <param name="library">Where its names are looked up.</param>
    /// <returns>What was found, in the order of the assembly's methods; not each thing once.
    /// </returns>
    internal static IReadOnlyList<Finding> Find(string assembly, Library library)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        using var source = new MethodSource(assembly);
        var search = new FeatureSearch(library, file, source);
        foreach (MethodDefinitionHandle handle in search._reader.MethodDefinitions)
            search.Look(handle);
        return search._findings;
    }

    private void Look(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _reader.GetMethodDefinition(handle);
        if (method.RelativeVirtualAddress == 0) return;
        byte[] code = _file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes() ?? [];
        foreach (IlInstruction instruction in IlCode.Names(code))
        {
            if (Judge(MetadataTokens.EntityHandle(instruction.Token), instruction) is not { } found)
                continue;
            var place = _source.Find(handle, instruction.Offset);
            _findings.Add(new Finding(
                found.Kind, found.What, MethodNames.Of(_reader, handle), place?.File,
                place?.Line ?? 0));
        }
    }

    private (FindingKind Kind, string What)? Judge(
        EntityHandle handle, IlInstruction instruction) => handle.Kind switch
    {
        HandleKind.MethodSpecification => Generic(
            _reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method, instruction),
        HandleKind.MemberReference => Member((MemberReferenceHandle)handle),
        HandleKind.MethodDefinition => Own((MethodDefinitionHandle)handle),
        HandleKind.TypeReference => Type((TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => Type((TypeSpecificationHandle)handle),
        _ => null,
    };

    private (FindingKind Kind, string What)? Generic(EntityHandle method, IlInstruction instruction)
    {
        if (Judge(method, default) is { } found) return found;
        bool isVirtual = instruction.Code is IlInstruction.CallVirtual or IlInstruction.LoadVirtual
            && !instruction.IsConstrained;
        return isVirtual && OpenMethod(method) is string name
            ? (FindingKind.VirtualGeneric, name) : null;
    }

    // The name of a method when calls of it may end in another one.
    private string? OpenMethod(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.MethodDefinition)
        {
            MethodDefinition own = _reader.GetMethodDefinition((MethodDefinitionHandle)handle);
            return new LibraryType(_reader, own.GetDeclaringType()).IsOpen(in own)
                ? MethodNames.Of(_reader, (MethodDefinitionHandle)handle) : null;
        }
        MemberReference reference = _reader.GetMemberReference((MemberReferenceHandle)handle);
        if (Owner(reference) is not { } type) return null;
        string name = _reader.GetString(reference.Name);
        return Resolve(type, reference, name) is { } method && type.IsOpen(in method)
            ? SignatureText.Name(type.Reader, type.Handle) + "." + name : null;
    }

    private (FindingKind Kind, string What)? Own(MethodDefinitionHandle handle)
    {
        MethodDefinition method = _reader.GetMethodDefinition(handle);
        bool isPlatform = (method.Attributes & MethodAttributes.PinvokeImpl) != 0;
        return isPlatform ? (FindingKind.PlatformCall, MethodNames.Of(_reader, handle)) : null;
    }

    private (FindingKind Kind, string What)? Type(TypeReferenceHandle handle) =>
        _library.Find(_reader, handle) is null
            ? (FindingKind.Missing, SignatureText.Name(_reader, handle)) : null;

    private (FindingKind Kind, string What)? Type(TypeSpecificationHandle handle) =>
        GenericReference(handle) is { } type ? Type(type) : null;

    private (FindingKind Kind, string What)? Member(MemberReferenceHandle handle)
    {
        MemberReference reference = _reader.GetMemberReference(handle);
        (FindingKind, string)? missing = reference.Parent.Kind switch
        {
            HandleKind.TypeReference => Type((TypeReferenceHandle)reference.Parent),
            HandleKind.TypeSpecification => Type((TypeSpecificationHandle)reference.Parent),
            _ => null,
        };
        string name = _reader.GetString(reference.Name);
        if (missing is { } type) return (type.Item1, type.Item2 + "." + name);
        if (Owner(reference) is not { } owner) return null;
        bool isThere = reference.GetKind() == MemberReferenceKind.Field
            ? owner.HasField(name) : Resolve(owner, reference, name) is not null;
        return isThere ? null
            : (FindingKind.Missing, SignatureText.Name(owner.Reader, owner.Handle) + "." + name);
    }

    // Types of the program itself are not looked into: the C# compiler has seen them.
    private LibraryType? Owner(MemberReference reference) => reference.Parent.Kind switch
    {
        HandleKind.TypeReference =>
            _library.Find(_reader, (TypeReferenceHandle)reference.Parent),
        HandleKind.TypeSpecification =>
            _library.Generic(_reader, (TypeSpecificationHandle)reference.Parent),
        _ => null,
    };

    private TypeReferenceHandle? GenericReference(TypeSpecificationHandle handle)
    {
        BlobReader blob = _reader.GetBlobReader(_reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        blob.ReadCompressedInteger();
        EntityHandle type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : null;
    }

    // A type has the members of its base types, too, whose parameters have other numbers there.
    private MethodDefinition? Resolve(LibraryType type, MemberReference reference, string name)
    {
        MethodSignature<string> wanted =
            reference.DecodeMethodSignature(SignatureText.Instance, null);
        if (type.Method(name, SignatureText.Of(in wanted)) is { } own) return own;
        for (LibraryType? at = _library.Base(type); at is { } lower; at = _library.Base(lower))
        {
            foreach (MethodDefinition method in lower.Methods(name))
            {
                if (method.GetParameters().Count >= wanted.ParameterTypes.Length) return method;
            }
        }
        return null;
    }
}
