// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Reflection.Metadata;

namespace Bulkhead.Toolchain.Diagnosis;

/// <summary>A type of an assembly.</summary>
/// <param name="Reader">The assembly.</param>
/// <param name="Handle">The type in it.</param>
internal readonly record struct LibraryType(MetadataReader Reader, TypeDefinitionHandle Handle)
{
    /// <summary>Its description.</summary>
    internal TypeDefinition Definition => Reader.GetTypeDefinition(Handle);

    /// <summary>Its methods of a name.</summary>
    internal IEnumerable<MethodDefinition> Methods(string name)
    {
        MetadataReader reader = Reader;
        return Definition.GetMethods().Select(handle => reader.GetMethodDefinition(handle))
            .Where(method => reader.StringComparer.Equals(method.Name, name));
    }

    /// <summary>Whether it has a field of a name.</summary>
    internal bool HasField(string name)
    {
        MetadataReader reader = Reader;
        return Definition.GetFields().Any(handle =>
            reader.StringComparer.Equals(reader.GetFieldDefinition(handle).Name, name));
    }

    /// <summary>Its method of a name and signature; null: there is none.</summary>
    internal MethodDefinition? Method(string name, string signature)
    {
        foreach (MethodDefinition method in Methods(name))
        {
            MethodSignature<string> own = method.DecodeSignature(SignatureText.Instance, null);
            if (SignatureText.Of(in own) == signature) return method;
        }
        return null;
    }

    /// <summary>Whether calls of a method may end in another one: it is virtual, and neither it nor
    /// its type is sealed.</summary>
    internal bool IsOpen(in MethodDefinition method) =>
        (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.Final))
            == MethodAttributes.Virtual
        && (Definition.Attributes & TypeAttributes.Sealed) == 0;
}
