// SPDX-License-Identifier: MIT
using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>Signatures as texts that are equal when the signatures are, whatever assembly they come
/// from: types by full name, parameters of types and methods by number.</summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    /// <summary>The only one.</summary>
    internal static readonly SignatureText Instance = new();

    /// <summary>A method's signature.</summary>
    internal static string Of(in MethodSignature<string> signature) =>
        $"{signature.GenericParameterCount}({string.Join(',', signature.ParameterTypes)})"
            + signature.ReturnType;

    /// <summary>The full name of a type that an assembly refers to.</summary>
    internal static string Name(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        string name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return Name(reader, (TypeReferenceHandle)type.ResolutionScope) + "+" + name;
        string space = reader.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }

    /// <summary>The full name of a type that an assembly defines.</summary>
    internal static string Name(MetadataReader reader, TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        string name = reader.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
            return Name(reader, type.GetDeclaringType()) + "+" + name;
        string space = reader.GetString(type.Namespace);
        return space.Length == 0 ? name : space + "." + name;
    }

    public string GetPrimitiveType(PrimitiveTypeCode code) => "System." + code;

    public string GetTypeFromDefinition(
        MetadataReader reader, TypeDefinitionHandle handle, byte kind) => Name(reader, handle);

    public string GetTypeFromReference(
        MetadataReader reader, TypeReferenceHandle handle, byte kind) => Name(reader, handle);

    public string GetTypeFromSpecification(
        MetadataReader reader, object? context, TypeSpecificationHandle handle, byte kind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public string GetSZArrayType(string element) => element + "[]";

    public string GetArrayType(string element, ArrayShape shape) => $"{element}[{shape.Rank}]";

    public string GetByReferenceType(string element) => element + "&";

    public string GetPointerType(string element) => element + "*";

    public string GetPinnedType(string element) => element;

    public string GetModifiedType(string modifier, string unmodified, bool isRequired) =>
        unmodified;

    public string GetGenericMethodParameter(object? context, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? context, int index) => "!" + index;

    public string GetGenericInstantiation(string type, ImmutableArray<string> arguments) =>
        $"{type}<{string.Join(',', arguments)}>";

    public string GetFunctionPointerType(MethodSignature<string> signature) =>
        "method " + Of(in signature);
}
