// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Bulkhead.Toolchain.Sizes;

/// <summary>Writes an assembly that exports one function, which calls one method of another
/// assembly: the native compiler then takes that method, what it needs, and nothing else.</summary>
internal sealed class RootAssembly
{
    private const string ExportAssembly = "Bulkhead.Abi";
    private const string TypeName = "Root";
    private const TypeAttributes StaticType =
        TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed;

    private const MethodAttributes StaticMethod =
        MethodAttributes.Public | MethodAttributes.Static | MethodAttributes.HideBySig;

    private readonly MetadataBuilder _metadata = new();
    private readonly BlobBuilder _code = new();

    /// <summary>Writes it.</summary>
    /// <param name="path">The file; its name is the assembly's.</param>
    /// <param name="export">Name of the exported function.</param>
    /// <param name="assembly">Assembly of the method.</param>
    /// <param name="feature">Full name of its type.</param>
    /// <param name="method">Its name; it is static and takes a <c>ulong</c>.</param>
    internal static void Write(
        string path, string export, string assembly, string feature, string method)
    {
        var root = new RootAssembly();
        root.Describe(Path.GetFileNameWithoutExtension(path), export, assembly, feature, method);
        var image = new BlobBuilder();
        new ManagedPEBuilder(
            new PEHeaderBuilder(imageCharacteristics: Characteristics.Dll),
            new MetadataRootBuilder(root._metadata), root._code,
            deterministicIdProvider: _ => new BlobContentId(Guid.Empty, 1)).Serialize(image);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, image.ToArray());
    }

    private void Describe(
        string name, string export, string assembly, string feature, string method)
    {
        _metadata.AddModule(
            0, Text(name + ".dll"), _metadata.GetOrAddGuid(Guid.Empty), default, default);
        _metadata.AddAssembly(
            Text(name), new Version(1, 0, 0, 0), default, default, 0, AssemblyHashAlgorithm.None);
        var parent = Type(Assembly("System.Runtime"), "System.Object");
        BlobHandle signature = Signature(hasThis: false, type => type.UInt64());
        MemberReferenceHandle target = _metadata.AddMemberReference(
            Type(Assembly(assembly), feature), Text(method), signature);
        MethodDefinitionHandle main = _metadata.AddMethodDefinition(
            StaticMethod, MethodImplAttributes.IL, Text("Main"), signature, Body(target),
            MetadataTokens.ParameterHandle(1));
        _metadata.AddTypeDefinition(
            default, default, Text("<Module>"), default,
            MetadataTokens.FieldDefinitionHandle(1), main);
        _metadata.AddTypeDefinition(
            StaticType, default, Text(TypeName), parent,
            MetadataTokens.FieldDefinitionHandle(1), main);
        var attribute = Type(Assembly(ExportAssembly), "System.Runtime.RuntimeExportAttribute");
        MemberReferenceHandle constructor = _metadata.AddMemberReference(
            attribute, Text(".ctor"), Signature(hasThis: true, type => type.String()));
        var value = new BlobBuilder();
        value.WriteUInt16(1);
        value.WriteSerializedString(export);
        value.WriteUInt16(0);
        _metadata.AddCustomAttribute(main, constructor, _metadata.GetOrAddBlob(value));
    }

    private int Body(MemberReferenceHandle target)
    {
        var il = new InstructionEncoder(new BlobBuilder());
        il.LoadArgument(0);
        il.Call(target);
        il.OpCode(ILOpCode.Ret);
        return new MethodBodyStreamEncoder(_code).AddMethodBody(il);
    }

    private BlobHandle Signature(bool hasThis, Action<SignatureTypeEncoder> parameter)
    {
        var blob = new BlobBuilder();
        new BlobEncoder(blob).MethodSignature(isInstanceMethod: hasThis).Parameters(
            1, result => result.Void(), parameters => parameter(parameters.AddParameter().Type()));
        return _metadata.GetOrAddBlob(blob);
    }

    private AssemblyReferenceHandle Assembly(string name) => _metadata.AddAssemblyReference(
        Text(name), new Version(1, 0, 0, 0), default, default, default, default);

    private TypeReferenceHandle Type(AssemblyReferenceHandle assembly, string name)
    {
        int dot = name.LastIndexOf('.');
        return _metadata.AddTypeReference(
            assembly, dot < 0 ? default : Text(name[..dot]), Text(name[(dot + 1)..]));
    }

    private StringHandle Text(string text) => _metadata.GetOrAddString(text);
}
