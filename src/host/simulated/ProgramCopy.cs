// SPDX-License-Identifier: MIT
using System.Reflection;
using System.Runtime.Loader;

namespace Bulkhead.Host.Simulated;

/// <summary>
/// A program as a start of its partition finds it: its assemblies, those of the SDK included, are
/// loaded anew, so static fields are as they were compiled, and no other test has them.
/// </summary>
internal sealed class ProgramCopy : AssemblyLoadContext
{
    private const string ExportAttribute = "System.Runtime.RuntimeExportAttribute";
    private const string PortalSymbol = "bulkhead_portal";
    private const string SdkName = "Bulkhead.Native";
    private const string WrapperType = "Bulkhead.Native.ServerEntry";
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    // The test and the copy must mean the same types of these.
    private static readonly string[] s_shared =
        ["Bulkhead.Host", "Bulkhead.Abi", "Bulkhead.Abi.Partitions"];

    private readonly string _folder;
    private readonly Assembly _program;

    private ProgramCopy(Assembly original)
        : base(original.GetName().Name, isCollectible: true)
    {
        _folder = Path.GetDirectoryName(original.Location)!;
        _program = LoadFromAssemblyPath(original.Location);
    }

    /// <summary>Loads the program that a method belongs to anew.</summary>
    /// <param name="main">The method, static.</param>
    /// <param name="entry">The same method of the copy.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentException">The method is a lambda, or not static.</exception>
    public static ProgramCopy Of(Action<ulong> main, out Action<ulong> entry)
    {
        MethodInfo method = main.Method;
        if (!method.IsStatic || main.Target is not null)
        {
            throw new ArgumentException(
                "The program's main method is named itself, as in Start(Program.Main): a lambda "
                    + "would not lead to the program.", nameof(main));
        }

        ProgramCopy copy = new(method.DeclaringType!.Assembly);
        MethodBase same = copy._program.ManifestModule.ResolveMethod(method.MetadataToken)!;
        entry = ((MethodInfo)same).CreateDelegate<Action<ulong>>();
        return copy;
    }

    /// <summary>The program's own server method, <c>bulkhead_portal</c>.</summary>
    /// <returns>The method; null when it has none.</returns>
    public PortalServer? FindServer()
    {
        MethodInfo? method = _program.GetTypes().SelectMany(type => type.GetMethods(Any))
            .FirstOrDefault(IsServer);
        if (method is null) return null;
        Type wrapper = LoadFromAssemblyName(new AssemblyName(SdkName)).GetType(WrapperType)!;
        return (PortalServer)wrapper.GetMethod("Of", Any)!.Invoke(null, [method])!;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName name)
    {
        string path = Path.Combine(_folder, name.Name + ".dll");
        bool isOwn = !s_shared.Contains(name.Name) && File.Exists(path);
        if (isOwn) return LoadFromAssemblyPath(path);
        return ThreadFacade.Of(name.Name!, _folder) is byte[] facade
            ? LoadFromStream(new MemoryStream(facade)) : null;
    }

    private static bool IsServer(MethodInfo method) => method.CustomAttributes.Any(attribute =>
        attribute.AttributeType.FullName == ExportAttribute
            && attribute.ConstructorArguments is [{ Value: PortalSymbol }]);
}
